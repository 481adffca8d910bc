package dev.superbill.local.command;

import dev.superbill.local.stack.PartSnapshot;
import dev.superbill.local.stack.StackSnapshot;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Tells a person what happens to the parts: one line when something worth knowing has changed. */
final class Progress {

    private final PrintWriter out;
    private final long startedNanos = System.nanoTime();
    private final Map<String, PartSnapshot> told = new HashMap<>();

    Progress(PrintWriter out) {
        this.out = out;
    }

    void show(StackSnapshot stack) {
        stack.parts().forEach(this::show);
        out.flush();
    }

    private void show(PartSnapshot part) {
        PartSnapshot last = told.put(part.name(), part);
        if (last != null && last.state() == part.state() && last.restarts() == part.restarts()) {
            return;
        }
        String line = switch (part.state()) {
            case HEALTHY -> "healthy after " + seconds(elapsed()) + "   " + part.address();
            case UNHEALTHY -> "unhealthy: " + part.note();
            case RESTARTING -> part.note();
            case STOPPED -> "stopped";
            case UNATTENDED -> part.note();
            case DOWN, WAITING, STARTING -> "";
        };
        if (!line.isEmpty()) {
            out.printf(Locale.ROOT, "  %-14s %s%n", part.name(), line);
        }
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    static String seconds(Duration length) {
        return String.format(Locale.ROOT, "%.1f s", length.toMillis() / 1000.0);
    }
}
