package dev.superbill.payments.remittance.partner;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.sshd.client.SshClient;
import org.apache.sshd.client.config.hosts.HostConfigEntryResolver;
import org.apache.sshd.client.keyverifier.ServerKeyVerifier;
import org.apache.sshd.client.session.ClientSession;
import org.apache.sshd.common.AttributeRepository;
import org.apache.sshd.common.AttributeRepository.AttributeKey;
import org.apache.sshd.common.config.keys.FilePasswordProvider;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Connections to partners' servers over SFTP; one session a server and user stays open and is shared. */
@ApplicationScoped
public class SftpConnections {

    /** Work with an open folder. */
    @FunctionalInterface
    public interface Work<T> {
        T with(RemoteFolder folder) throws IOException;
    }

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final AttributeKey<HostKey> EXPECTED_KEY = new AttributeKey<>();

    private final Optional<Path> privateKey;
    private final Map<SftpAddress, ClientSession> sessions = new ConcurrentHashMap<>();
    private @Nullable SshClient client;

    SftpConnections(@ConfigProperty(name = "superbill.sftp.private-key") Optional<Path> privateKey) {
        this.privateKey = privateKey;
    }

    /**
     * Does work with a folder of a server.
     *
     * @throws IOException when the server cannot be reached, shows another host key, refuses us, or fails at the work
     */
    public <T> T inFolder(SftpAddress address, String folder, Work<T> work) throws IOException {
        ClientSession session = session(address);
        try (SftpClient sftp = SftpClientFactory.instance().createSftpClient(session)) {
            return work.with(new RemoteFolder(sftp, folder));
        } catch (IOException e) {
            // whatever state it is in: the next attempt begins with a new one
            sessions.remove(address, session);
            session.close(true);
            throw e;
        }
    }

    private ClientSession session(SftpAddress address) throws IOException {
        ClientSession open = sessions.get(address);
        if (open != null && open.isOpen() && open.isAuthenticated()) {
            return open;
        }
        synchronized (this) {
            ClientSession meanwhile = sessions.get(address);
            if (meanwhile != null && meanwhile.isOpen() && meanwhile.isAuthenticated()) {
                return meanwhile;
            }
            ClientSession fresh = connect(address);
            sessions.put(address, fresh);
            return fresh;
        }
    }

    private ClientSession connect(SftpAddress address) throws IOException {
        AttributeRepository expected = AttributeRepository.ofKeyValuePair(EXPECTED_KEY, address.hostKey());
        ClientSession session = client().connect(address.user(), address.host(), address.port(), expected)
                .verify(PATIENCE)
                .getSession();
        try {
            session.auth().verify(PATIENCE);
            return session;
        } catch (IOException e) {
            session.close(true);
            throw e;
        }
    }

    private synchronized SshClient client() throws IOException {
        if (client != null) {
            return client;
        }
        SshClient fresh = SshClient.setUpDefaultClient();
        fresh.setKeyIdentityProvider(KeyIdentityProvider.wrapKeyPairs(keys()));
        fresh.setHostConfigEntryResolver(HostConfigEntryResolver.EMPTY);
        fresh.setServerKeyVerifier(pinned());
        CoreModuleProperties.HEARTBEAT_INTERVAL.set(fresh, HEARTBEAT);
        CoreModuleProperties.IDLE_TIMEOUT.set(fresh, Duration.ofMinutes(10));
        fresh.start();
        client = fresh;
        return fresh;
    }

    /** Only the key that the partner was registered with. */
    private static ServerKeyVerifier pinned() {
        return (session, address, shown) -> {
            AttributeRepository connection = session.getConnectionContext();
            HostKey expected = connection == null ? null : connection.getAttribute(EXPECTED_KEY);
            return expected != null && expected.matches(shown);
        };
    }

    private List<KeyPair> keys() throws IOException {
        Path file = privateKey.orElseThrow(
                () -> new IOException("No private key is configured: set SUPERBILL_SFTP_PRIVATE_KEY to its path"));
        try (var in = Files.newInputStream(file)) {
            List<KeyPair> pairs = new ArrayList<>();
            SecurityUtils.loadKeyPairIdentities(null, () -> "private key", in, FilePasswordProvider.EMPTY)
                    .forEach(pairs::add);
            return pairs;
        } catch (GeneralSecurityException e) {
            throw new IOException("The private key of SUPERBILL_SFTP_PRIVATE_KEY could not be read", e);
        }
    }

    synchronized void stop(@Observes ShutdownEvent shutdown) {
        if (client != null) {
            client.stop();
            client = null;
        }
    }
}
