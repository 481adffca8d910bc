package dev.superbill.check;

import dev.superbill.check.Databases.Snapshot;
import java.util.HashMap;
import java.util.Map;

/** Figures that are kept beside the ledger so that they are found at once: each is a sum of postings. */
final class Figures {

    private final Snapshot databases;
    private final Report report;
    private final Map<String, Long> balances = new HashMap<>();

    Figures(Snapshot databases, Report report) {
        this.databases = databases;
        this.report = report;
    }

    void check() {
        databases.read("payments", """
            select practice_id, control_number, account, coalesce(payer_id::text, ''), coalesce(payer_rank, 0),
              sum(amount_cents)
            from posting where account in ('ar.payer', 'ar.patient') group by 1, 2, 3, 4, 5
            """, row -> {
            String claim = row.getString(1) + " " + row.getString(2) + " " + row.getString(3);
            if (row.getString(3).equals("ar.payer")) {
                balances.put(claim + " " + row.getString(4) + " " + row.getInt(5), row.getLong(6));
            } else {
                // the patient's side names the payer that left it
                balances.merge(claim, row.getLong(6), Long::sum);
            }
        });
        databases.read(
                "payments",
                "select practice_id, control_number, patient_cents from claim_account",
                row -> report.compare(
                        Clause.FIGURES,
                        row.getString(1),
                        "claim " + row.getString(2) + " patient",
                        balances.getOrDefault(row.getString(1) + " " + row.getString(2) + " ar.patient", 0L),
                        row.getLong(3)));
        Map<String, String> told = new HashMap<>();
        databases.read("payments", """
            select practice_id, control_number, payer_id, payer_rank, claim_id, paid_cents, adjusted_cents,
              assigned_cents - paid_cents - adjusted_cents - responsibility_cents
            from receivable
            """, row -> {
            String payer = row.getString(3) + " " + row.getInt(4);
            report.compare(
                    Clause.FIGURES,
                    row.getString(1),
                    "claim " + row.getString(2) + " payer " + payer,
                    balances.getOrDefault(row.getString(1) + " " + row.getString(2) + " ar.payer " + payer, 0L),
                    row.getLong(8));
            if (row.getString(5) != null) {
                told.put(row.getString(5), figures(row.getLong(6), row.getLong(7), row.getLong(8)));
            }
        });
        databases.read(
                "claims", "select practice_id, id, paid_cents, adjusted_cents, payer_balance_cents from claim", row -> {
                    String expected = told.get(row.getString(2));
                    if (expected != null) {
                        report.compare(
                                Clause.FIGURES,
                                row.getString(1),
                                "claim " + row.getString(2) + " as claims-service shows it",
                                expected,
                                figures(row.getLong(3), row.getLong(4), row.getLong(5)));
                    }
                });
    }

    private static String figures(long paid, long adjusted, long balance) {
        return "paid %d, adjusted %d, balance %d".formatted(paid, adjusted, balance);
    }
}
