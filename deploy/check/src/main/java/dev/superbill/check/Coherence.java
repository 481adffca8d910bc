package dev.superbill.check;

import dev.superbill.check.Databases.Snapshot;
import java.time.Duration;

/**
 * The check. What is still on its way is not incoherent: a finding counts when it is still there after some time.
 *
 * @param databases the services' databases, read as somebody who sees all practices
 * @param topics the broker
 * @param originals stored files
 */
public record Coherence(Databases databases, Topics topics, Originals originals) {

    private static final Duration BETWEEN_LOOKS = Duration.ofSeconds(1);

    /** Looks once. */
    public Report look(Progress progress) {
        Report report = new Report();
        try (Snapshot snapshot = databases.snapshot()) {
            progress.at("events", 0, 1);
            new DeliveryClauses(snapshot, topics, report).check();
            progress.at("events", 1, 1);
            LedgerClauses.check(snapshot, report);
            HistoryClauses.check(snapshot, report);
            AccessClauses.check(snapshot, report, DeliveryClauses.SERVICES);
            new BooksClauses(snapshot, originals, report, progress).check();
            new SubmissionClauses(snapshot, originals, report, progress).check();
        }
        return report;
    }

    /**
     * Looks until everything holds, or for as long as events may be on their way.
     *
     * @param patience how long findings may pass by themselves
     */
    public Report check(Duration patience, Progress progress) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (true) {
            Report report = look(progress);
            if (report.isCoherent() || System.nanoTime() > deadline) {
                return report;
            }
            Thread.sleep(BETWEEN_LOOKS);
        }
    }
}
