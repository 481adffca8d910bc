package dev.superbill.local.demo;

import java.io.PrintWriter;
import java.util.Locale;

/** What the demo tells, line by line. */
final class Story {

    private final PrintWriter out;
    private final long startedAtNanos = System.nanoTime();

    Story(PrintWriter out) {
        this.out = out;
    }

    void chapter(String title) {
        out.println();
        out.printf(Locale.ROOT, "── %s %s%n", title, "─".repeat(Math.max(3, 74 - title.length())));
        out.flush();
    }

    void tell(String format, Object... arguments) {
        long seconds = (System.nanoTime() - startedAtNanos) / 1_000_000_000L;
        out.printf(Locale.ROOT, "%4d s  %s%n", seconds, String.format(Locale.ROOT, format, arguments));
        out.flush();
    }

    void line(String format, Object... arguments) {
        out.printf(Locale.ROOT, "        %s%n", String.format(Locale.ROOT, format, arguments));
        out.flush();
    }

    /** Dollars and cents, such as {@code 1,234.05}. */
    static String dollars(long cents) {
        return String.format(
                Locale.ROOT, "%s%,d.%02d", cents < 0 ? "-" : "", Math.abs(cents) / 100, Math.abs(cents) % 100);
    }
}
