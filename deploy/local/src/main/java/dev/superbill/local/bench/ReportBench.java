package dev.superbill.local.bench;

import dev.superbill.local.client.Api;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** (e) How long a person waits for the books, whatever their size. */
record ReportBench(Machine machine, Clinics clinics, Scale scale) implements Bench {

    private static final double MOST_MILLIS = 200;
    private static final double MOST_GROWTH = 2;
    private static final int LOOKS = 21;

    /** Days over which the entries are spread, and patients among whom. */
    private static final int DAYS = 365;

    private static final int PATIENTS = 2_000;

    /**
     * Charges, by the server itself: only reading is measured here, and no client could post a million of them quickly. The
     * triggers keep the totals, as always. The first claim is one that exists.
     */
    private static final String ENTRIES = """
        insert into journal_entry (practice_id, id, business_date, source, memo, who)
        select ?, md5(? || n)::uuid, current_date - n %% %1$d, 'bench:' || n, 'Charge', 'bench'
        from generate_series(?, ?) n
        """.formatted(DAYS);

    private static final String POSTINGS = """
        insert into posting (practice_id, entry_sequence, ordinal, business_date, account, amount_cents, claim_id,
          encounter_id, patient_id, payer_id, payer_rank, aged_from)
        select e.practice_id, e.sequence, side, e.business_date, case side when 1 then 'ar.payer' else 'revenue' end,
          case side when 1 then 14500 else -14500 end, md5('claim' || e.id)::uuid, md5('encounter' || e.id)::uuid,
          md5('patient' || e.sequence %% %1$d)::uuid, md5('payer' || e.sequence %% 20)::uuid, 1, e.business_date
        from journal_entry e cross join generate_series(1, 2) side
        where e.practice_id = ? and e.source like 'bench:%%' and e.sequence > ?
        """.formatted(PATIENTS);

    private static final int PORTION = 50_000;

    @Override
    public void run(Figures figures) throws IOException, SQLException {
        Map<String, List<Double>> bySize = new TreeMap<>();
        for (int size : scale.ledgers()) {
            Clinic clinic = clinics.open("e-" + size, 1);
            clinic.takeIn(clinic.encounters(1));
            figures.progress("(e) filling a ledger with %s entries", Scale.readable(size));
            fill(clinic.name(), size);
            read(figures, clinic, size, bySize);
        }
        if (scale.ledgers().size() > 1) {
            tellGrowth(figures, bySize);
        }
    }

    private static void tellGrowth(Figures figures, Map<String, List<Double>> bySize) {
        bySize.forEach((name, medians) -> figures.add(Figure.atMost(
                "e",
                name + ", largest ledger against smallest",
                medians.getLast() / medians.getFirst(),
                "times",
                MOST_GROWTH)));
    }

    private void fill(String practice, int size) throws SQLException {
        try (Connection connection = machine.database("payments")) {
            connection.setAutoCommit(false);
            for (int from = 1; from <= size; from += PORTION) {
                long before = lastSequence(connection);
                enter(connection, practice);
                try (PreparedStatement entries = connection.prepareStatement(ENTRIES);
                        PreparedStatement postings = connection.prepareStatement(POSTINGS)) {
                    entries.setString(1, practice);
                    entries.setString(2, practice);
                    entries.setInt(3, from);
                    entries.setInt(4, Math.min(size, from + PORTION - 1));
                    entries.executeUpdate();
                    postings.setString(1, practice);
                    postings.setLong(2, before);
                    postings.executeUpdate();
                }
                connection.commit();
            }
            connection.setAutoCommit(true);
            // as the server itself does after a while
            try (PreparedStatement analyze =
                    connection.prepareStatement("analyze journal_entry, posting, account_total, receivable_total")) {
                analyze.execute();
            }
        }
    }

    /** The triggers run as the tables' owner, whom row-level security holds to the practice of the transaction. */
    private static void enter(Connection connection, String practice) throws SQLException {
        try (PreparedStatement practiceIs = connection.prepareStatement("select set_config('app.practice', ?, true)")) {
            practiceIs.setString(1, practice);
            practiceIs.execute();
        }
    }

    private static long lastSequence(Connection connection) throws SQLException {
        try (PreparedStatement select =
                        connection.prepareStatement("select coalesce(max(sequence), 0) from journal_entry");
                ResultSet rows = select.executeQuery()) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private void read(Figures figures, Clinic clinic, int size, Map<String, List<Double>> bySize) {
        Api api = machine.api();
        String claim = api.get(clinic.name(), "/claims?limit=1")
                .path("items")
                .path(0)
                .path("id")
                .asText();
        Map<String, String> pages = Map.of(
                "trial balance", "/ledger/trial-balance",
                "aging by payer", "/reports/aging?by=payer",
                "aging by patient", "/reports/aging?by=patient",
                "a claim's page", "/claims/" + claim,
                "a claim's entries", "/ledger/entries?claim=" + claim);
        new TreeMap<>(pages).forEach((name, path) -> {
            double median = median(api, clinic.name(), path);
            bySize.computeIfAbsent(name, none -> new ArrayList<>()).add(median);
            figures.add(
                    Figure.atMost("e", name + " at " + Scale.readable(size) + " entries", median, "ms", MOST_MILLIS));
        });
        if (!machine.isBalanced(clinic.name())) {
            throw new IllegalStateException("The ledger of " + clinic.name() + " does not balance");
        }
    }

    private static double median(Api api, String user, String path) {
        List<Double> millis = new ArrayList<>();
        for (int look = 0; look < LOOKS; look++) {
            long start = System.nanoTime();
            api.get(user, path);
            millis.add((System.nanoTime() - start) / 1e6);
        }
        return EventBench.percentile(millis.stream().sorted().toList(), 50);
    }
}
