package dev.superbill.clearinghouse;

import dev.superbill.clearinghouse.control.ControlPort;
import dev.superbill.clearinghouse.desk.Desk;
import dev.superbill.clearinghouse.mailbox.Mailboxes;
import dev.superbill.clearinghouse.mailbox.SftpEndpoint;
import dev.superbill.clearinghouse.store.Store;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The running clearinghouse: store, mailboxes, SFTP, control port and the thread that goes round. */
public final class Clearinghouse implements AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(Clearinghouse.class);

    /**
     * How it is started.
     *
     * @param sftpPort 0 for any free one
     * @param httpPort 0 for any free one
     * @param home state, host key, mailboxes and archive
     * @param authorizedKeys OpenSSH file of the keys that may sign in
     * @param seed decides payers and treatments
     * @param cycle from a claim's receipt to its payment
     */
    public record Settings(int sftpPort, int httpPort, Path home, Path authorizedKeys, long seed, Duration cycle) {}

    private static final long ROUND_MILLIS = 200;

    private final Store store;
    private final SftpEndpoint sftp;
    private final ControlPort control;
    private final ScheduledExecutorService rounds;

    private Clearinghouse(Store store, SftpEndpoint sftp, ControlPort control, ScheduledExecutorService rounds) {
        this.store = store;
        this.sftp = sftp;
        this.control = control;
        this.rounds = rounds;
    }

    /**
     * Starts everything.
     *
     * @throws IOException when a port is taken or the home cannot be used
     */
    public static Clearinghouse start(Settings settings, Clock clock) throws IOException {
        Path home = Files.createDirectories(settings.home());
        Store store = Store.open(home.resolve("state.mv"));
        try {
            Mailboxes mailboxes = new Mailboxes(home.resolve("mailboxes"));
            Desk desk = new Desk(store, mailboxes, home.resolve("received"), clock, settings.seed(), settings.cycle());
            SftpEndpoint sftp = SftpEndpoint.open(settings.sftpPort(), home, settings.authorizedKeys(), mailboxes);
            Map<String, Object> about = new LinkedHashMap<>();
            about.put("sftpPort", sftp.port());
            about.put("hostKey", sftp.hostKey());
            about.put("seed", settings.seed());
            about.put("cycleMillis", settings.cycle().toMillis());
            ControlPort control;
            try {
                control = ControlPort.open(settings.httpPort(), desk, about);
            } catch (IOException e) {
                sftp.close();
                throw e;
            }
            return new Clearinghouse(store, sftp, control, goRound(desk));
        } catch (IOException | RuntimeException e) {
            store.close();
            throw e;
        }
    }

    private static ScheduledExecutorService goRound(Desk desk) {
        ScheduledExecutorService rounds = Executors.newSingleThreadScheduledExecutor();
        ScheduledFuture<?> forever = rounds.scheduleWithFixedDelay(
                () -> {
                    try {
                        desk.goRound();
                    } catch (RuntimeException e) {
                        LOG.error("A round failed; the next one tries again", e);
                    }
                },
                0,
                ROUND_MILLIS,
                TimeUnit.MILLISECONDS);
        LOG.debug("Going round: {}", !forever.isDone());
        return rounds;
    }

    /** The SFTP port. */
    public int sftpPort() {
        return sftp.port();
    }

    /** The control port. */
    public int httpPort() {
        return control.port();
    }

    /** The public host key as one OpenSSH line. */
    public String hostKey() {
        return sftp.hostKey();
    }

    @Override
    public void close() {
        control.close();
        sftp.close();
        rounds.close();
        store.close();
    }
}
