package dev.superbill.clearinghouse.desk;

import dev.superbill.clearinghouse.delivery.Deliveries;
import dev.superbill.clearinghouse.delivery.Delivery;
import dev.superbill.clearinghouse.intake.GuideExamination;
import dev.superbill.clearinghouse.intake.InterchangeReader;
import dev.superbill.clearinghouse.intake.ReceivedInterchange;
import dev.superbill.clearinghouse.mailbox.Mailboxes;
import dev.superbill.clearinghouse.payment.PaymentDesk;
import dev.superbill.clearinghouse.scenario.Scenario;
import dev.superbill.clearinghouse.scenario.Scenarios;
import dev.superbill.clearinghouse.store.Store;
import dev.superbill.clearinghouse.store.Table;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Goes round: takes what came, pays what is due, delivers what is ready. Its methods exclude each other. */
public final class Desk {

    private static final Logger LOG = LoggerFactory.getLogger(Desk.class);

    /** How long a file that ends too early may still grow. */
    private static final Duration PATIENCE = Duration.ofSeconds(5);

    private final Store store;
    private final Mailboxes mailboxes;
    private final Path archive;
    private final Clock clock;
    private final Scenarios scenarios;
    private final Deliveries deliveries;
    private final PaymentDesk payments;
    private final ReceivingDesk receiving;
    private final Table<Received> files;

    /**
     * A file that was answered.
     *
     * @param repeats how often the same bytes came again
     */
    private record Received(String name, Instant at, int claims, int repeats) {}

    /**
     * A desk.
     *
     * @param archive where received files go
     * @param seed decides payers and treatments
     * @param cycle from a claim's receipt to its payment
     */
    public Desk(Store store, Mailboxes mailboxes, Path archive, Clock clock, long seed, Duration cycle) {
        this.store = store;
        this.mailboxes = mailboxes;
        this.archive = archive;
        this.clock = clock;
        this.scenarios = new Scenarios(store);
        this.deliveries = new Deliveries(store, scenarios, clock, cycle);
        this.payments = new PaymentDesk(store, scenarios, deliveries, clock, seed, cycle);
        this.receiving = new ReceivingDesk(store, scenarios, deliveries, payments, clock, seed, cycle);
        this.files = store.table("files", Received.class);
    }

    /** One round; a file that cannot be handled does not keep the others waiting. */
    public synchronized void goRound() {
        for (Mailboxes.Arrived arrived : mailboxes.arrived()) {
            try {
                receive(arrived);
            } catch (RuntimeException | IOException e) {
                LOG.error("A file of {} could not be handled", arrived.submitter(), e);
            }
        }
        payments.closeDue();
        deliveries.deliverDue(mailboxes);
    }

    /**
     * Closes all payment cycles at once and delivers.
     *
     * @return how many cycles had something to pay
     */
    public synchronized int payNow() {
        int closed = payments.closeNow();
        deliveries.deliverDue(mailboxes);
        return closed;
    }

    /** Adds a request for behaviour. */
    public synchronized void add(Scenario scenario) {
        store.inOneStep(() -> {
            scenarios.add(scenario);
            return scenario;
        });
    }

    /** Forgets all requests. */
    public synchronized void clearScenarios() {
        store.inOneStep(() -> {
            scenarios.clear();
            return scenarios;
        });
    }

    /** The requests that are still open. */
    public List<Scenario> openScenarios() {
        return scenarios.open();
    }

    /** Counts, by name. */
    public Map<String, Long> counts() {
        Map<String, Long> counts = new LinkedHashMap<>();
        counts.put("filesReceived", files.size());
        counts.put("claimsWaiting", payments.waitingCount());
        counts.put("decisions", payments.decidedCount());
        counts.put("deliveriesWaiting", deliveries.waitingCount());
        counts.put("deliveriesDone", deliveries.deliveredCount());
        return counts;
    }

    /** Deliveries that went out, oldest first, and then those that wait; without content. */
    public Map<String, List<Delivery>> deliveries(int limit) {
        return Map.of("delivered", deliveries.delivered(limit), "waiting", deliveries.waiting());
    }

    private void receive(Mailboxes.Arrived arrived) throws IOException {
        Path file = arrived.file();
        String key = arrived.submitter() + "|" + sha256(file);
        List<ReceivedInterchange> interchanges = read(file);
        Instant lastChange = Files.getLastModifiedTime(file).toInstant();
        boolean whole = !interchanges.isEmpty()
                && interchanges.stream().noneMatch(one -> one.errorCode().equals("023"));
        if (!whole && lastChange.plus(PATIENCE).isAfter(clock.instant())) {
            return;
        }
        String name = file.getFileName().toString();
        int claims = store.inOneStep(() -> files.find(key)
                .map(before -> {
                    files.put(key, new Received(before.name(), before.at(), before.claims(), before.repeats() + 1));
                    return 0;
                })
                .orElseGet(() -> {
                    int sum = 0;
                    for (ReceivedInterchange interchange : interchanges) {
                        sum += receiving.answer(arrived.submitter(), interchange);
                    }
                    files.put(key, new Received(name, clock.instant(), sum, 0));
                    return sum;
                }));
        LOG.info("Received a file of {} with {} claims", arrived.submitter(), claims);
        Path kept = archive.resolve(arrived.submitter());
        Files.createDirectories(kept);
        Files.move(file, kept.resolve(name), StandardCopyOption.REPLACE_EXISTING);
    }

    private static List<ReceivedInterchange> read(Path file) throws IOException {
        List<ReceivedInterchange> interchanges;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            interchanges = InterchangeReader.read(in);
        }
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            return GuideExamination.add(in, interchanges);
        }
    }

    private static String sha256(Path file) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
                in.transferTo(OutputStream.nullOutputStream());
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
