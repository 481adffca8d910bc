package dev.superbill.clearinghouse.mailbox;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.PublicKey;
import java.util.List;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.session.SessionContext;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.server.config.keys.AuthorizedKeysAuthenticator;
import org.apache.sshd.server.keyprovider.SimpleGeneratorHostKeyProvider;
import org.apache.sshd.server.session.ServerSession;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * SFTP on the loopback address. The user name is the submitter id, the proof a key of the authorised keys file (read
 * again when it changes); nobody sees more than their own home folder, and there is no shell.
 */
public final class SftpEndpoint implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(SftpEndpoint.class);

    private final SshServer server;
    private final String hostKey;

    private SftpEndpoint(SshServer server, String hostKey) {
        this.server = server;
        this.hostKey = hostKey;
    }

    /**
     * Starts the server.
     *
     * @param port 0 for any free one
     * @param home keeps {@code host_key} (Ed25519, made at the first start) and {@code host_key.pub}
     * @throws IOException when the port is taken or the key cannot be read
     */
    public static SftpEndpoint open(int port, Path home, Path authorizedKeys, Mailboxes mailboxes) throws IOException {
        SimpleGeneratorHostKeyProvider keys = new SimpleGeneratorHostKeyProvider(home.resolve("host_key"));
        keys.setAlgorithm(SecurityUtils.ED25519);
        PublicKey key = keys.loadKeys(null).iterator().next().getPublic();
        String line = PublicKeyEntry.toString(key);
        Files.writeString(home.resolve("host_key.pub"), line + "\n");

        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(port);
        server.setKeyPairProvider(keys);
        server.setPublickeyAuthenticator(new KnownSubmitters(authorizedKeys));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory() {
            @Override
            public Path getUserHomeDir(SessionContext session) {
                return mailboxes.homeOf(session.getUsername());
            }
        });
        server.start();
        return new SftpEndpoint(server, line);
    }

    /** The port that it listens on. */
    public int port() {
        return server.getPort();
    }

    /** The public host key as one OpenSSH line, for the other side to pin. */
    public String hostKey() {
        return hostKey;
    }

    @Override
    public void close() {
        try {
            server.stop(true);
        } catch (IOException e) {
            LOG.warn("SFTP server did not stop cleanly", e);
        }
    }

    private static final class KnownSubmitters extends AuthorizedKeysAuthenticator {

        KnownSubmitters(Path file) {
            super(file);
        }

        @Override
        public boolean authenticate(String username, PublicKey key, ServerSession session) {
            return Mailboxes.isName(username) && super.authenticate(username, key, session);
        }
    }
}
