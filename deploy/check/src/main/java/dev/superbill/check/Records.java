package dev.superbill.check;

import dev.superbill.check.Databases.Snapshot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What payments has recorded of remittances beside the ledger: decisions of people, and which claim was meant. */
final class Records {

    /** A transaction of a file. */
    record Transaction(String id, String status, boolean accepted) {}

    /**
     * An answer to a claim.
     *
     * @param decision of a person about it while it was held; empty when there was none
     * @param notWrittenOff what of its adjustments a person has still to decide, or has refused to write off
     */
    record Claim(
            String id,
            String outcome,
            String waitsFor,
            String account,
            String payerId,
            int rank,
            String decision,
            long notWrittenOff) {}

    private final Snapshot databases;
    private final Map<String, Transaction> transactions = new HashMap<>();
    private final Map<String, Claim> claims = new HashMap<>();
    private final Map<String, String> originalOf = new HashMap<>();
    private final Set<String> takenBack = new HashSet<>();

    Records(Snapshot databases) {
        this.databases = databases;
    }

    void read() {
        databases.read(
                "payments",
                "select practice_id, remittance_id, ordinal, id, status, accepted from remittance_transaction where"
                        + " done",
                row -> transactions.put(
                        key(row.getString(1), row.getString(2), row.getInt(3)),
                        new Transaction(row.getString(4), row.getString(5), row.getBoolean(6))));
        Map<String, String> decisions = new HashMap<>();
        Map<String, Long> excess = new HashMap<>();
        databases.read("payments", "select subject_id, kind, status, amount_cents from posting_exception", row -> {
            if (row.getString(2).equals("WRITE_OFF_EXCESS")) {
                if (!row.getString(3).equals("ACCEPTED")) {
                    excess.put(row.getString(1), row.getLong(4));
                }
            } else if (!row.getString(3).equals("OPEN")) {
                decisions.put(row.getString(1), row.getString(3));
            }
        });
        databases.read("payments", """
            select transaction_id, ordinal, id, outcome, coalesce(waits_for, ''), coalesce(account_number, ''),
              coalesce(payer_id::text, ''), coalesce(payer_rank, 0), reversed_by
            from remittance_claim
            """, row -> {
            String id = row.getString(3);
            claims.put(
                    row.getString(1) + " " + row.getInt(2),
                    new Claim(
                            id,
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getString(7),
                            row.getInt(8),
                            decisions.getOrDefault(id, ""),
                            excess.getOrDefault(id, 0L)));
            String reversal = row.getString(9);
            if (reversal != null) {
                originalOf.put(reversal, id);
                takenBack.add(id);
            }
        });
    }

    @Nullable
    Transaction transaction(String practice, String remittance, int ordinal) {
        return transactions.get(key(practice, remittance, ordinal));
    }

    @Nullable
    Claim claim(String transaction, int ordinal) {
        return claims.get(transaction + " " + ordinal);
    }

    /** The answer that a reversal has taken back; null when none. */
    @Nullable
    String takenBackBy(String reversal) {
        return originalOf.get(reversal);
    }

    boolean isTakenBack(String answer) {
        return takenBack.contains(answer);
    }

    private static String key(String practice, String remittance, int ordinal) {
        return practice + " " + remittance + " " + ordinal;
    }
}
