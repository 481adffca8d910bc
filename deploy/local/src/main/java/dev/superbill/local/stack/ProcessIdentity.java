package dev.superbill.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process that cannot be mistaken for a later one that has been given the same number.
 *
 * @param pid its number
 * @param startedAt when it started, in milliseconds since 1970; 0 when the system does not tell
 */
public record ProcessIdentity(long pid, long startedAt) {

    /** No process. */
    static final ProcessIdentity NONE = new ProcessIdentity(0, 0);

    /** The system computes start times from its uptime: the same process may seem to start a moment later. */
    private static final long TOLERANCE = Duration.ofSeconds(2).toMillis();

    public static ProcessIdentity of(ProcessHandle process) {
        return new ProcessIdentity(
                process.pid(),
                process.info().startInstant().map(Instant::toEpochMilli).orElse(0L));
    }

    /** The process, while it lives. */
    public Optional<ProcessHandle> alive() {
        return pid == 0
                ? Optional.empty()
                : ProcessHandle.of(pid).filter(ProcessIdentity::runs).filter(this::isSame);
    }

    /**
     * Java takes a process for alive that has ended and that its parent has not asked for: in a container whose first
     * process asks for none, it would stay so for ever.
     */
    static boolean runs(ProcessHandle process) {
        if (!process.isAlive()) {
            return false;
        }
        Path stat = Path.of("/proc", Long.toString(process.pid()), "stat");
        try {
            String line = Files.readString(stat, StandardCharsets.ISO_8859_1);
            return !line.startsWith("Z", line.lastIndexOf(')') + 2);
        } catch (IOException e) {
            // no Linux, or it has ended this moment
            return process.isAlive();
        }
    }

    private boolean isSame(ProcessHandle process) {
        long started = of(process).startedAt;
        return startedAt == 0 || started == 0 || Math.abs(started - startedAt) <= TOLERANCE;
    }
}
