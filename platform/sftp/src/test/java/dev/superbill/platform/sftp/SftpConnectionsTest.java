package dev.superbill.platform.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.KeyPair;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.session.helpers.AbstractSession;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SftpConnectionsTest {

    private static final String USER = "MAPLE01";

    @TempDir
    Path folder;

    private final HandClock clock = new HandClock();
    private final SshServer server = SshServer.setUpDefaultServer();
    private KeyPair host;
    private Path home;
    private SftpConnections connections;

    @BeforeEach
    void start() throws Exception {
        host = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        KeyPair ours = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        Path privateKey = folder.resolve("key");
        try (OutputStream out = Files.newOutputStream(privateKey)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(ours, "", null, out);
        }
        home = Files.createDirectories(folder.resolve("home/inbound")).getParent();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(host));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals(USER) && KeyUtils.compareKeys(key, ours.getPublic()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.start();
        connections = new SftpConnections(Optional.of(privateKey), clock);
    }

    @AfterEach
    void stop() throws IOException {
        connections.stop(null);
        server.stop(true);
    }

    @Test
    void writesAFileUnderATemporaryNameAndThenItsOwn() throws Exception {
        connections.inFolder(address(), "/inbound", remote -> {
            remote.write("1.837.tmp", bytes("half a file that is longer"));
            remote.write("1.837.tmp", bytes("ISA"));
            assertThat(remote.sizeOf("1.837.tmp")).hasValue(3);
            assertThat(remote.sizeOf("1.837")).isEmpty();
            remote.rename("1.837.tmp", "1.837");
            return Boolean.TRUE;
        });

        assertThat(home.resolve("inbound/1.837")).hasContent("ISA");
        assertThat(home.resolve("inbound/1.837.tmp")).doesNotExist();
    }

    @Test
    void neverRenamesOverAnotherFile() throws Exception {
        Files.writeString(home.resolve("inbound/1.837"), "sent before");
        Files.writeString(home.resolve("inbound/1.837.tmp"), "again");

        assertThatThrownBy(() -> connections.inFolder(address(), "/inbound", remote -> {
                    remote.rename("1.837.tmp", "1.837");
                    return Boolean.TRUE;
                }))
                .isInstanceOf(IOException.class);
        assertThat(home.resolve("inbound/1.837")).hasContent("sent before");
    }

    @Test
    void listsOrdinaryFilesTheOldestFirstAndReadsThem() throws Exception {
        Files.createDirectory(home.resolve("inbound/archive"));
        file("b.999", "second", 2_000);
        file("a.999", "third", 3_000);
        file("c.999.part", "first", 1_000);

        List<RemoteFile> files = connections.inFolder(address(), "/inbound/", RemoteFolder::files);

        assertThat(files).extracting(RemoteFile::name).containsExactly("c.999.part", "b.999", "a.999");
        assertThat(files).extracting(RemoteFile::isComplete).containsExactly(false, true, true);
        assertThat(files.getLast()).isEqualTo(new RemoteFile("a.999", 5, Instant.ofEpochSecond(3_000)));
        assertThat(connections.<byte[]>inFolder(address(), "/inbound", remote -> {
                    try (var in = remote.read("a.999")) {
                        return in.readAllBytes();
                    }
                }))
                .isEqualTo(bytes("third"));
    }

    @Test
    void neverTalksToAServerWithAnotherKey() throws Exception {
        KeyPair other = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);

        assertThatThrownBy(() -> list(address(server.getPort(), other)))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("127.0.0.1:" + server.getPort() + " shows the host key SHA256:")
                .hasMessageContaining("not the one that the trading partner was registered with");
        assertThatThrownBy(() -> list(new SftpAddress("127.0.0.1", server.getPort(), USER, new HostKey(""))))
                .isInstanceOf(IOException.class);
        assertThat(list(address())).isEmpty();
    }

    @Test
    void leavesAServerWhoseKeyHasChanged() throws Exception {
        SftpAddress known = address();
        assertThat(list(known)).isEmpty();
        KeyPair changed = KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);

        server.setKeyPairProvider(KeyPairProvider.wrap(changed));
        for (AbstractSession session : server.getActiveSessions()) {
            session.close(true).await();
        }

        assertThatThrownBy(() -> connections.inFolder(known, "/inbound", remote -> {
                    remote.write("1.837.tmp", bytes("ISA"));
                    return Boolean.TRUE;
                }))
                .isInstanceOf(IOException.class);
        assertThatThrownBy(() -> list(known))
                .hasMessageContaining(
                        "shows the host key " + KeyUtils.getFingerPrint(BuiltinDigests.sha256, changed.getPublic()));
        assertThat(home.resolve("inbound/1.837.tmp")).doesNotExist();
        assertThat(list(address(server.getPort(), changed))).isEmpty();
    }

    @Test
    void goesOnWithANewSessionAfterAFailure() throws Exception {
        assertThatThrownBy(() -> connections.inFolder(address(), "/nowhere", RemoteFolder::files))
                .isInstanceOf(IOException.class);

        assertThat(list(address())).isEmpty();
    }

    @Test
    void saysWhichSettingIsMissing() {
        SftpConnections without = new SftpConnections(Optional.empty(), clock);

        assertThatThrownBy(() -> without.inFolder(address(), "/inbound", RemoteFolder::files))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("SUPERBILL_SFTP_PRIVATE_KEY");
    }

    @Test
    void aDeadServerHoldsNoOtherUp() throws Exception {
        try (ServerSocket dead = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<List<RemoteFile>> waiting = CompletableFuture.supplyAsync(() -> {
                try {
                    return list(address(dead.getLocalPort(), host));
                } catch (IOException e) {
                    throw new IllegalStateException(e);
                }
            });
            try (var accepted = dead.accept()) {
                assertThat(list(address())).isEmpty();
                assertThat(waiting).isNotDone();
                assertThat(accepted.isClosed()).isFalse();
            }
            assertThatThrownBy(waiting::get).isInstanceOf(ExecutionException.class);
        }
    }

    @Test
    void leavesAFolderThatHasFailedAloneForAWhile() throws Exception {
        AtomicInteger looks = new AtomicInteger();
        SftpConnections.Work<Integer> failing = remote -> {
            looks.incrementAndGet();
            throw new IOException("broken off");
        };

        assertThatThrownBy(() -> connections.poll(address(), "/inbound", failing))
                .hasMessage("broken off");
        assertThat(connections.poll(address(), "/inbound", failing)).isEmpty();
        assertThat(looks).hasValue(1);
        assertThat(connections.poll(address(), "/", RemoteFolder::files)).isPresent();

        clock.now = clock.now.plus(Duration.ofSeconds(15));
        assertThat(connections.poll(address(), "/inbound", RemoteFolder::files)).hasValue(List.of());
        assertThat(connections.poll(address(), "/inbound", RemoteFolder::files)).hasValue(List.of());
    }

    private List<RemoteFile> list(SftpAddress address) throws IOException {
        return connections.inFolder(address, "/inbound", RemoteFolder::files);
    }

    private SftpAddress address() {
        return address(server.getPort(), host);
    }

    private static SftpAddress address(int port, KeyPair key) {
        return new SftpAddress("127.0.0.1", port, USER, HostKey.parse(PublicKeyEntry.toString(key.getPublic())));
    }

    private void file(String name, String content, long second) throws IOException {
        Path file = Files.writeString(home.resolve("inbound").resolve(name), content);
        Files.setLastModifiedTime(file, FileTime.from(Instant.ofEpochSecond(second)));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** A clock that is set by hand. */
    private static final class HandClock extends Clock {

        private Instant now = Instant.EPOCH;

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
