package dev.superbill.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.bench.BareRows.Cost;
import dev.superbill.local.client.Waiting;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * (a) How fast remittances are posted, from the first byte of the upload to the last entry of the ledger. The claims are
 * taken in, batched and told to payments-service as usual; a payer reads the batches and answers every claim.
 */
record PostingBench(Machine machine, Clinics clinics, Scale scale) implements Bench {

    private static final double MOST_TIMES_BARE = 1.5;
    private static final double HEAP_MEBIBYTES = 256;

    /** As many claims as one batch holds easily. */
    private static final int CLAIMS_IN_A_BATCH = 10_000;

    private static final int LINES_OF_A_LARGE_CLAIM = 20;
    private static final int BYTES_OF_A_LARGE_CLAIM = 1_750;
    private static final Duration POSTING_TAKES = Duration.ofHours(2);
    private static final Set<String> UNDER_WAY = Set.of("RECEIVED", "POSTING");

    /** A posted remittance and what it took. */
    private record Posted(double seconds, double heapMebibytes, Cost bare) {}

    @Override
    public void run(Figures figures) throws IOException, SQLException {
        for (int size : scale.remittances()) {
            postClaims(figures, size);
        }
        for (long bytes : scale.largeFiles()) {
            postLargeFile(figures, bytes);
        }
    }

    private void postClaims(Figures figures, int size) throws IOException, SQLException {
        String name = Scale.readable(size) + " claims";
        figures.progress("(a) %s: taking visits in and writing claims", name);
        Clinic clinic = clinics.open("a-" + size, size);
        Path file = Files.createTempFile("superbill-bench", ".835");
        Payer payer = new Payer(file);
        try (payer) {
            for (int left = size; left > 0; left -= CLAIMS_IN_A_BATCH) {
                clinic.takeIn(clinic.encounters(Math.min(left, CLAIMS_IN_A_BATCH)));
                for (String batch : clinic.batch()) {
                    try (InputStream x12 = machine.api().download(clinic.name(), "/batches/" + batch + "/x12")) {
                        payer.pay(x12);
                    }
                }
            }
        }
        awaitCharges(figures, clinic, size);
        Posted posted = post(figures, clinic, file);
        figures.add(Figure.of("a", name + ", service lines posted", payer.lines() / posted.seconds(), "lines/s"));
        figures.add(Figure.of("a", name + ", proven", payer.paidCents() / 100.0, "dollars"));
        figures.add(Figure.atMost(
                "a",
                name + ": times the cost of " + Scale.readable(posted.bare().rows()) + " bare rows",
                posted.seconds() / posted.bare().seconds(),
                "times",
                MOST_TIMES_BARE));
        figures.add(Figure.atMost("a", name + ", peak heap", posted.heapMebibytes(), "MiB", HEAP_MEBIBYTES));
    }

    /** Until payments-service knows all of the claims and nothing else is under way. */
    private void awaitCharges(Figures figures, Clinic clinic, int size) throws SQLException {
        figures.progress("(a) waiting for the charges of %d claims", size);
        Traffic traffic = new Traffic(machine);
        Set<Object> told = new HashSet<>();
        boolean quiet = Waiting.until(POSTING_TAKES, () -> {
            try {
                told.clear();
                told.addAll(
                        traffic.written("claims", "claims.claim", clinic.name()).keySet());
                told.removeAll(traffic.applied("payments", "payments.receivable", clinic.name())
                        .keySet());
                return told.isEmpty() && traffic.isQuiet();
            } catch (SQLException e) {
                throw new IllegalStateException(e);
            }
        });
        if (!quiet) {
            throw new IllegalStateException("payments-service has not heard of all claims");
        }
    }

    private void postLargeFile(Figures figures, long bytes) throws IOException, SQLException {
        String name = Scale.readable(bytes / 1_000_000) + " MB file";
        figures.progress("(a) %s: writing it", name);
        Clinic clinic = clinics.open("a-" + bytes, 1);
        Path file = Files.createTempFile("superbill-bench", ".835");
        try (Payer payer = new Payer(file)) {
            payer.payUnknown(bytes / BYTES_OF_A_LARGE_CLAIM + 1, LINES_OF_A_LARGE_CLAIM);
        }
        double megabytes = Files.size(file) / 1e6;
        Posted posted = post(figures, clinic, file);
        figures.add(Figure.of("a", name + ", posted", megabytes / posted.seconds(), "MB/s"));
        figures.add(Figure.atMost("a", name + ", peak heap", posted.heapMebibytes(), "MiB", HEAP_MEBIBYTES));
    }

    private Posted post(Figures figures, Clinic clinic, Path file) throws IOException, SQLException {
        figures.progress("(a) posting %,d bytes", Files.size(file));
        BareRows rows = BareRows.from(machine, "payments", clinic.name());
        JsonNode remittance;
        double seconds;
        double heap;
        try (HeapWatch watch = new HeapWatch(machine.address("payments"))) {
            long start = System.nanoTime();
            JsonNode received = machine.api().upload(clinic.name(), "/remittances", file);
            String path = "/remittances/" + received.path("id").asText();
            remittance = received;
            while (UNDER_WAY.contains(remittance.path("status").asText())) {
                Waiting.aMoment();
                remittance = machine.api().get(clinic.name(), path);
            }
            seconds = (System.nanoTime() - start) / 1e9;
            heap = watch.mostMebibytes();
        }
        Files.delete(file);
        if (!remittance.path("status").asText().equals("POSTED") || !machine.isBalanced(clinic.name())) {
            throw new IllegalStateException(
                    "The remittance is " + remittance.path("status").asText() + ", and the ledger must balance");
        }
        return new Posted(seconds, heap, rows.again());
    }
}
