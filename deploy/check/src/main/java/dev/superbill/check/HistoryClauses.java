package dev.superbill.check;

import dev.superbill.check.Databases.Snapshot;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether claims have come to their states by steps that a claim can take (DOMAIN: claim lifecycle). */
final class HistoryClauses {

    /** From each state, where a claim may go. Answers may overtake our own note of sending, and a payer's word counts always. */
    private static final Map<String, Set<String>> STEPS = Map.ofEntries(
            Map.entry("", Set.of("DRAFT")),
            Map.entry("DRAFT", Set.of("SCRUBBED", "HELD", "ADJUDICATED", "VOIDED")),
            Map.entry("SCRUBBED", Set.of("HELD", "BATCHED", "ADJUDICATED", "VOIDED")),
            Map.entry("HELD", Set.of("SCRUBBED", "ADJUDICATED", "VOIDED")),
            Map.entry("BATCHED", Set.of("SCRUBBED", "SENT", "RECEIVED", "ACCEPTED", "REJECTED", "ADJUDICATED")),
            Map.entry("SENT", Set.of("RECEIVED", "ACCEPTED", "REJECTED", "ADJUDICATED")),
            Map.entry("RECEIVED", Set.of("ACCEPTED", "REJECTED", "ADJUDICATED")),
            Map.entry("ACCEPTED", Set.of("REJECTED", "ADJUDICATED")),
            Map.entry("REJECTED", Set.of("SCRUBBED", "HELD", "RECEIVED", "ACCEPTED", "ADJUDICATED", "VOIDED")),
            Map.entry("ADJUDICATED", Set.of("CLOSED", "REVERSED_PENDING", "REPLACED", "VOIDED")),
            Map.entry("REVERSED_PENDING", Set.of("ADJUDICATED", "REPLACED", "VOIDED")),
            Map.entry("CLOSED", Set.of("ADJUDICATED", "REVERSED_PENDING", "REPLACED", "VOIDED")),
            Map.entry("REPLACED", Set.of()),
            Map.entry("VOIDED", Set.of()));

    private HistoryClauses() {}

    static void check(Snapshot databases, Report report) {
        Map<String, String> reached = new HashMap<>();
        databases.read(
                "claims",
                "select practice_id, claim_id, from_status, to_status from claim_history order by practice_id,"
                        + " claim_id, id",
                row -> {
                    String claim = row.getString(2);
                    String from = orNone(row.getString(3));
                    String to = row.getString(4);
                    String before = reached.getOrDefault(claim, "");
                    report.looked(Clause.CLAIM_HISTORY, 1);
                    if (!before.equals(from)) {
                        report.add(
                                Clause.CLAIM_HISTORY,
                                row.getString(1),
                                "claim " + claim,
                                "a step from " + word(before),
                                "a step from " + word(from));
                    } else if (!STEPS.getOrDefault(from, Set.of()).contains(to)) {
                        report.add(
                                Clause.CLAIM_HISTORY,
                                row.getString(1),
                                "claim " + claim,
                                "a step from " + word(from) + " to one of " + STEPS.getOrDefault(from, Set.of()),
                                to);
                    }
                    reached.put(claim, to);
                });
        databases.read(
                "claims",
                "select practice_id, id, status from claim",
                row -> report.compare(
                        Clause.CLAIM_HISTORY,
                        row.getString(1),
                        "claim " + row.getString(2),
                        word(reached.getOrDefault(row.getString(2), "")),
                        row.getString(3)));
    }

    private static String orNone(@Nullable String status) {
        return status == null ? "" : status;
    }

    private static String word(String status) {
        return status.isEmpty() ? "nothing" : status;
    }
}
