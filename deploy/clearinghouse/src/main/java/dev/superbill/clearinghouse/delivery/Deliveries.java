package dev.superbill.clearinghouse.delivery;

import dev.superbill.clearinghouse.envelope.Correspondents;
import dev.superbill.clearinghouse.envelope.OutgoingInterchange;
import dev.superbill.clearinghouse.mailbox.Mailboxes;
import dev.superbill.clearinghouse.scenario.Scenario;
import dev.superbill.clearinghouse.scenario.Scenarios;
import dev.superbill.clearinghouse.store.Store;
import dev.superbill.clearinghouse.store.Table;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The answers that wait and those that went out. */
public final class Deliveries {

    private static final int AT_ONCE = 50;

    private final Store store;
    private final Scenarios scenarios;
    private final Clock clock;
    private final Duration cycle;
    private final Table<Delivery> waiting;
    private final Table<Delivery> done;

    /**
     * The deliveries in a store.
     *
     * @param cycle how late a late answer is unless its scenario says
     */
    public Deliveries(Store store, Scenarios scenarios, Clock clock, Duration cycle) {
        this.store = store;
        this.scenarios = scenarios;
        this.clock = clock;
        this.cycle = cycle;
        this.waiting = store.table("waiting", Delivery.class);
        this.done = store.table("delivered", Delivery.class);
    }

    /** An interchange to a submitter, with a control number of its own; within a step of the store. */
    public OutgoingInterchange interchange(Correspondents correspondents) {
        long controlNumber = store.next("isa|" + correspondents.theirId());
        return new OutgoingInterchange(correspondents, LocalDateTime.now(clock), controlNumber);
    }

    /**
     * Keeps an answer until it is due; within a step of the store.
     *
     * @param payer whose answer it is; null when it is the clearinghouse's
     * @param name the file's, without extension
     */
    public void add(
            String submitter, @Nullable String payer, String kind, String name, String content, Duration delay) {
        Duration late = scenarios
                .take(Scenario.Kind.LATE, submitter, payer, kind)
                .map(scenario -> scenario.delaySeconds() > 0
                        ? Duration.ofSeconds(scenario.delaySeconds())
                        : cycle.multipliedBy(2))
                .orElse(Duration.ZERO);
        String extension = kind.toLowerCase(Locale.ROOT);
        Instant due = clock.instant().plus(delay).plus(late);
        String key = String.format(Locale.ROOT, "%012d", store.next("delivery"));
        waiting.put(key, new Delivery(submitter, kind, key + "-" + name + "." + extension, content, due));
    }

    /**
     * Lays what is due into the mailboxes, in the order in which it was made. A crash between laying down and noting it
     * lays the same file down again, under the same name and with the same bytes.
     */
    public void deliverDue(Mailboxes mailboxes) {
        Instant now = clock.instant();
        for (String key : waiting.keys("")) {
            Delivery delivery = waiting.find(key).orElseThrow();
            if (delivery.dueAt().isAfter(now)) {
                continue;
            }
            mailboxes.deliver(delivery.submitter(), delivery.fileName(), delivery.content());
            store.inOneStep(() -> {
                waiting.remove(key);
                done.put(key, delivery.withoutContent());
                return delivery;
            });
        }
    }

    /** How many wait. */
    public long waitingCount() {
        return waiting.size();
    }

    /** How many went out. */
    public long deliveredCount() {
        return done.size();
    }

    /** What waits, without content. */
    public List<Delivery> waiting() {
        return waiting.entries("", AT_ONCE).stream()
                .map(Map.Entry::getValue)
                .map(Delivery::withoutContent)
                .toList();
    }

    /**
     * What went out last, oldest first.
     *
     * @param limit at most so many
     */
    public List<Delivery> delivered(int limit) {
        return done.last(limit).stream().map(Map.Entry::getValue).toList();
    }
}
