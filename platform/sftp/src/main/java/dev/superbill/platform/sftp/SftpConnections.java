package dev.superbill.platform.sftp;

import io.quarkus.runtime.ShutdownEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyIdentityProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.core.CoreModuleProperties;
import org.apache.sshd.sftp.client.SftpClient;
import org.apache.sshd.sftp.client.SftpClientFactory;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * Connections to partners' servers over SFTP; one session a server and user stays open and is shared. Connecting and
 * logging in take ten seconds at most each, and whoever waits for one server keeps nobody from another.
 */
@ApplicationScoped
public class SftpConnections {

    /** Work with an open folder. */
    @FunctionalInterface
    public interface Work<T> {

        /** Does it; the folder is closed afterwards. */
        T with(RemoteFolder folder) throws IOException;
    }

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration PAUSE_AFTER_FAILURE = Duration.ofSeconds(15);
    private static final Duration HEARTBEAT = Duration.ofSeconds(15);
    private static final AttributeKey<HostKey> EXPECTED_KEY = new AttributeKey<>();
    private static final AttributeKey<String> REFUSED_KEY = new AttributeKey<>();

    /** A folder that is looked into again and again. */
    private record Polled(SftpAddress address, String folder) {}

    private final Optional<Path> privateKey;
    private final Clock clock;
    private final Map<SftpAddress, ClientSession> sessions = new ConcurrentHashMap<>();
    private final Map<SftpAddress, Object> gates = new ConcurrentHashMap<>();
    private final Map<Polled, Instant> pausedUntil = new ConcurrentHashMap<>();
    private @Nullable SshClient client;

    SftpConnections(@ConfigProperty(name = "superbill.sftp.private-key") Optional<Path> privateKey, Clock clock) {
        this.privateKey = privateKey;
        this.clock = clock;
    }

    /**
     * Does work with a folder of a server.
     *
     * @throws IOException when the server cannot be reached, shows another host key, refuses us, or fails at the work
     */
    public <T> T inFolder(SftpAddress address, String folder, Work<T> work) throws IOException {
        ClientSession session = session(address);
        try (SftpClient sftp = channel(session)) {
            return work.with(new RemoteFolder(sftp, folder));
        } catch (IOException e) {
            // whatever state it is in: the next attempt begins with a new one
            sessions.remove(address, session);
            session.close(true);
            throw e;
        }
    }

    private static SftpClient channel(ClientSession session) throws IOException {
        try {
            return SftpClientFactory.instance().createSftpClient(session);
        } catch (IllegalStateException e) {
            throw new IOException("The server has ended the session", e);
        }
    }

    /**
     * Looks into a folder for a job that does so again and again over many partners: a folder that has failed is left alone
     * for 15 seconds, so that a dead server does not cost the others its time-out at each round.
     *
     * @return what the work has given; empty while the folder is left alone
     * @throws IOException as {@link #inFolder}
     */
    public <T> Optional<T> poll(SftpAddress address, String folder, Work<T> work) throws IOException {
        Polled polled = new Polled(address, folder);
        if (clock.instant().isBefore(pausedUntil.getOrDefault(polled, Instant.MIN))) {
            return Optional.empty();
        }
        try {
            T result = inFolder(address, folder, work);
            pausedUntil.remove(polled);
            return Optional.of(result);
        } catch (IOException e) {
            pausedUntil.put(polled, clock.instant().plus(PAUSE_AFTER_FAILURE));
            throw e;
        }
    }

    private ClientSession session(SftpAddress address) throws IOException {
        ClientSession open = sessions.get(address);
        if (open != null && open.isOpen() && open.isAuthenticated()) {
            return open;
        }
        // a server that does not answer keeps nobody waiting but those who want it
        synchronized (gates.computeIfAbsent(address, each -> new Object())) {
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
            String refused = session.getAttribute(REFUSED_KEY);
            session.close(true);
            if (refused == null) {
                throw e;
            }
            throw new IOException(
                    "%s:%d shows the host key %s, not the one that the trading partner was registered with; when the partner confirms it, change the partner's hostKey"
                            .formatted(address.host(), address.port(), refused),
                    e);
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
            boolean known = expected != null && expected.matches(shown);
            if (!known) {
                session.setAttribute(REFUSED_KEY, KeyUtils.getFingerPrint(BuiltinDigests.sha256, shown));
            }
            return known;
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
