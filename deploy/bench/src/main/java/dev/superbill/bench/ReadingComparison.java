package dev.superbill.bench;

import java.io.BufferedInputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Measures each reader with one file, the best of some rounds; a line of JSON for each. */
public final class ReadingComparison {

    private static final int FEWEST_ROUNDS = 2;
    private static final int MOST_ROUNDS = 12;
    private static final long NANOS_OF_A_READER = 15_000_000_000L;

    private ReadingComparison() {}

    /** Takes the path of an 835. */
    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        PrintStream out = new PrintStream(System.out, true, "UTF-8");
        for (Map.Entry<String, Reading> reader : Readers.all().entrySet()) {
            double megabytesPerSecond = Files.size(file) / 1e6 / bestSeconds(reader.getValue(), file);
            out.printf(
                    Locale.ROOT,
                    "{\"reader\": \"%s\", \"megabytesPerSecond\": %.2f}%n",
                    reader.getKey(),
                    megabytesPerSecond);
        }
    }

    private static double bestSeconds(Reading reading, Path file) throws Exception {
        long best = Long.MAX_VALUE;
        long started = System.nanoTime();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            if (round >= FEWEST_ROUNDS && System.nanoTime() - started > NANOS_OF_A_READER) {
                break;
            }
            long start = System.nanoTime();
            try (InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16)) {
                if (reading.read(in) == 0) {
                    throw new IllegalStateException("The file was not read");
                }
            }
            best = Math.min(best, System.nanoTime() - start);
        }
        return best / 1e9;
    }
}
