package dev.superbill.claims.submission;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.util.List;
import java.util.Map;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;

/** A real SFTP server in the test's own process: each user has a home with the folders outbound and inbound. */
public class PartnerServer implements QuarkusTestResourceLifecycleManager {

    public static final String PORT = "test.partner.port";
    public static final String HOST_KEY = "test.partner.host-key";
    public static final String HOMES = "test.partner.homes";

    private static final List<String> USERS =
            List.of("MAPLE01", "RESUME01", "SHARED01", "SHARED02", "ANSWER01", "SILENT01", "ODD01", "HAZEL01");

    private SshServer server;

    @Override
    public Map<String, String> start() {
        try {
            Path folder = Files.createTempDirectory("partner");
            KeyPair client = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
            KeyPair host = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
            Path privateKey = folder.resolve("client_key");
            try (OutputStream out = Files.newOutputStream(privateKey)) {
                OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(client, "test", null, out);
            }
            VirtualFileSystemFactory files = new VirtualFileSystemFactory(folder);
            for (String user : USERS) {
                Path home = folder.resolve(user);
                Files.createDirectories(home.resolve("outbound"));
                Files.createDirectories(home.resolve("inbound"));
                files.setUserHomeDir(user, home);
            }
            server = SshServer.setUpDefaultServer();
            server.setHost("127.0.0.1");
            server.setPort(0);
            server.setKeyPairProvider(KeyPairProvider.wrap(host));
            server.setPublickeyAuthenticator((user, key, session) -> KeyUtils.compareKeys(key, client.getPublic()));
            server.setFileSystemFactory(files);
            server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
            server.start();
            return Map.of(
                    "superbill.sftp.private-key",
                    privateKey.toString(),
                    "superbill.sftp.poll-every",
                    "1s",
                    PORT,
                    Integer.toString(server.getPort()),
                    HOST_KEY,
                    PublicKeyEntry.toString(host.getPublic()),
                    HOMES,
                    folder.toString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void stop() {
        try {
            if (server != null) {
                server.stop(true);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
