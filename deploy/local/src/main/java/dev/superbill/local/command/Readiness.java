package dev.superbill.local.command;

import dev.superbill.local.Home;
import dev.superbill.local.stack.Memory;
import dev.superbill.local.stack.PartSnapshot;
import dev.superbill.local.stack.PartState;
import dev.superbill.local.stack.StackSnapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;

/** Waits until all parts are healthy, telling a person how it goes, and sums up. */
final class Readiness {

    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final int LIVES = 5;
    private static final int LAST_LINES = 12;
    private static final int SEARCHED_LINES = 400;

    /** The lines of a stack trace that hide its causes. */
    private static final Pattern STACK_FRAME = Pattern.compile("^\\s+(at |\\.\\.\\. \\d+ (more|common))|^\\s*$");

    private final Home home;
    private final PrintWriter out;
    private final Progress progress;
    private final Map<String, Integer> restartsBefore = new HashMap<>();

    Readiness(Home home, PrintWriter out) {
        this.home = home;
        this.out = out;
        this.progress = new Progress(out);
    }

    Progress progress() {
        return progress;
    }

    /**
     * @param stack gives the stack at the moment; empty when its supervisor is gone
     * @param timeout how long to wait at most
     * @return whether all became healthy
     */
    boolean await(Supplier<Optional<StackSnapshot>> stack, Duration timeout) throws InterruptedException {
        while (true) {
            Optional<StackSnapshot> now = stack.get();
            if (now.isEmpty()) {
                out.println("The stack has ended; see superbill logs");
                return false;
            }
            StackSnapshot snapshot = now.get();
            progress.show(snapshot);
            if (snapshot.isHealthy()) {
                sumUp(snapshot);
                return true;
            }
            boolean late = progress.elapsed().compareTo(timeout) > 0;
            List<PartSnapshot> lost = snapshot.parts().stream()
                    .filter(part -> late ? part.state() != PartState.HEALTHY : isHopeless(part))
                    .toList();
            if (!lost.isEmpty()) {
                lost.forEach(this::explain);
                out.flush();
                return false;
            }
            Thread.sleep(GLANCE);
        }
    }

    /** Whether a part dies again and again without having been healthy since this wait began. */
    private boolean isHopeless(PartSnapshot part) {
        int before = restartsBefore.computeIfAbsent(part.name(), name -> part.restarts());
        if (part.state() == PartState.HEALTHY) {
            restartsBefore.put(part.name(), part.restarts());
        }
        return part.state() == PartState.RESTARTING && part.restarts() - before >= LIVES;
    }

    private void sumUp(StackSnapshot stack) {
        out.printf(
                Locale.ROOT,
                "%nAll %d parts are healthy after %s and hold %s of memory together.%n",
                stack.parts().size(),
                Progress.seconds(progress.elapsed()),
                Memory.readable(stack.resident()));
        out.printf("  Superbill   %s%n", stack.gateway());
        out.printf("  Issuer      %s%n", stack.issuer());
        out.printf("  Logs        %s%n", home.folder().resolve("logs"));
        out.flush();
    }

    private void explain(PartSnapshot part) {
        out.printf(
                "%n%s is not healthy: %s%s%n",
                part.name(), part.state().word(), part.note().isEmpty() ? "" : ", " + part.note());
        if (part.state() == PartState.WAITING || !Files.isReadable(home.log(part.name()))) {
            return;
        }
        try {
            out.printf("The last lines of %s:%n", home.log(part.name()));
            List<String> lines = LogTail.last(home.log(part.name()), SEARCHED_LINES).stream()
                    .filter(line -> !STACK_FRAME.matcher(line).find())
                    .toList();
            lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size())
                    .forEach(line -> out.println("  " + line));
        } catch (IOException e) {
            out.printf("  cannot be read: %s%n", e.getMessage());
        }
    }
}
