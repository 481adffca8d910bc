package dev.superbill.check;

import dev.superbill.check.Databases.Snapshot;
import java.util.LinkedHashMap;
import java.util.Map;

/** What holds of the journal whatever it tells of. */
final class LedgerClauses {

    private LedgerClauses() {}

    static void check(Snapshot databases, Report report) {
        databases.read(
                "payments",
                """
                select practice_id, coalesce(sum(amount_cents) filter (where amount_cents > 0), 0),
                  coalesce(-sum(amount_cents) filter (where amount_cents < 0), 0)
                from posting group by practice_id
                """,
                row -> report.compare(
                        Clause.TRIAL_BALANCE, row.getString(1), "debit and credit", row.getLong(2), row.getLong(3)));
        Map<String, Long> sums = new LinkedHashMap<>();
        databases.read(
                "payments",
                "select practice_id, account, business_date, sum(amount_cents) from posting group by 1, 2, 3",
                row -> sums.merge(
                        day(row.getString(1), row.getString(2), row.getString(3)), row.getLong(4), Long::sum));
        Map<String, Long> totals = new LinkedHashMap<>();
        databases.read(
                "payments",
                "select practice_id, account, business_date, sum(debit_cents - credit_cents) from account_total group"
                        + " by 1, 2, 3",
                row -> totals.merge(
                        day(row.getString(1), row.getString(2), row.getString(3)), row.getLong(4), Long::sum));
        compare(report, sums, totals);
        databases.read(
                "payments",
                """
                select e.practice_id, e.id, coalesce(sum(p.amount_cents), 0), count(p.ordinal)
                from journal_entry e left join posting p on p.practice_id = e.practice_id and p.entry_sequence = e.sequence
                group by e.practice_id, e.id having coalesce(sum(p.amount_cents), 0) <> 0 or count(p.ordinal) < 2
                """,
                row -> report.add(
                        Clause.ENTRY_BALANCE,
                        row.getString(1),
                        "entry " + row.getString(2),
                        "0 of two postings or more",
                        row.getLong(3) + " of " + row.getLong(4)));
        databases.read(
                "payments",
                "select count(*) from journal_entry",
                row -> report.looked(Clause.ENTRY_BALANCE, row.getLong(1)));
    }

    private static void compare(Report report, Map<String, Long> sums, Map<String, Long> totals) {
        totals.keySet().forEach(key -> sums.putIfAbsent(key, 0L));
        sums.forEach((key, sum) -> {
            String practice = key.substring(0, key.indexOf(' '));
            report.compare(
                    Clause.TRIAL_BALANCE,
                    practice,
                    key.substring(practice.length() + 1),
                    sum,
                    totals.getOrDefault(key, 0L));
        });
    }

    private static String day(String practice, String account, String date) {
        return practice + " " + account + " on " + date;
    }
}
