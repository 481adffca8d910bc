package dev.superbill.local.stack;

import dev.superbill.local.Home;
import dev.superbill.local.part.Launch;
import dev.superbill.local.part.Part;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** The process of a part, with its words in a log file. */
final class PartProcess {

    private static final long LARGEST_LOG = 20L * 1024 * 1024;

    /** Some machines have no {@code setsid}: there, Ctrl-C reaches the parts at the same time as this process. */
    private static final boolean SESSIONS =
            Files.isExecutable(Path.of("/usr/bin/setsid")) || Files.isExecutable(Path.of("/bin/setsid"));

    private final Process process;
    private final Launch.StopSignal stop;
    private final long startedNanos = System.nanoTime();

    private PartProcess(Process process, Launch.StopSignal stop) {
        this.process = process;
        this.stop = stop;
    }

    static PartProcess start(Home home, Part part) throws IOException {
        Launch launch = part.launch();
        Path log = home.log(part.name());
        if (Files.exists(log) && Files.size(log) > LARGEST_LOG) {
            Files.move(log, Path.of(log + ".1"), StandardCopyOption.REPLACE_EXISTING);
        }
        List<String> command = new ArrayList<>();
        if (SESSIONS) {
            command.add("setsid");
        }
        command.addAll(launch.command());
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(launch.folder().toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // options that a person has set for other Java programs of this machine are not for the parts
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        builder.environment().remove("JDK_JAVA_OPTIONS");
        builder.environment().putAll(launch.environment());
        return new PartProcess(builder.start(), launch.stop());
    }

    ProcessIdentity identity() {
        return ProcessIdentity.of(process.toHandle());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    int exitCode() {
        return process.exitValue();
    }

    Duration life() {
        return Duration.ofNanos(System.nanoTime() - startedNanos);
    }

    /** True when it has ended within that time. */
    boolean ended(Duration within) throws InterruptedException {
        return process.waitFor(within.toMillis(), TimeUnit.MILLISECONDS);
    }

    /** Ends it in order, or by force when it takes longer than that. */
    void stop(Duration patience) throws InterruptedException {
        if (stop == Launch.StopSignal.INT) {
            interrupt(process.pid());
        } else {
            process.destroy();
        }
        if (!ended(patience)) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            process.waitFor();
        }
    }

    /** Java has no other way to send this signal. */
    static void interrupt(long pid) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(pid))
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start()
                    .waitFor();
        } catch (IOException e) {
            ProcessHandle.of(pid).ifPresent(ProcessHandle::destroy);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
