package dev.superbill.local.bench;

import java.util.List;

/**
 * How much is measured.
 *
 * @param remittances claims of a remittance, for each of its measurements
 * @param largeFiles bytes of remittances that are only to be posted in bounded memory
 * @param intakes encounters of an intake
 * @param seconds how long events are sent at a steady pace
 * @param burst events at full speed
 * @param ledgers entries of a ledger that is read
 * @param fileBytes of an X12 file that is read
 */
record Scale(
        List<Integer> remittances,
        List<Long> largeFiles,
        List<Integer> intakes,
        int seconds,
        int burst,
        List<Integer> ledgers,
        long fileBytes) {

    private static final long MEGABYTE = 1_000_000;

    static final Scale USUAL = new Scale(
            List.of(1_000, 10_000, 50_000),
            List.of(100 * MEGABYTE),
            List.of(1_000, 10_000, 100_000),
            20,
            10_000,
            List.of(10_000, 100_000, 1_000_000),
            10 * MEGABYTE);

    /** Every figure once, as cheap as can be: a check that all of it works, not a measurement. */
    static final Scale SHORT =
            new Scale(List.of(200), List.of(MEGABYTE), List.of(200), 2, 200, List.of(1_000), MEGABYTE);

    /** With a remittance of a gigabyte. */
    Scale large() {
        return new Scale(
                remittances, List.of(100 * MEGABYTE, 1_000 * MEGABYTE), intakes, seconds, burst, ledgers, fileBytes);
    }

    /** A size as a figure's name tells it. */
    static String readable(long count) {
        if (count >= 1_000_000 && count % 1_000_000 == 0) {
            return count / 1_000_000 + " M";
        }
        return count >= 1_000 && count % 1_000 == 0 ? count / 1_000 + " k" : Long.toString(count);
    }
}
