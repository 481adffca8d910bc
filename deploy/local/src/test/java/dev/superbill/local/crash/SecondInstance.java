package dev.superbill.local.crash;

import dev.superbill.local.Patience;
import dev.superbill.local.Port;
import dev.superbill.local.Road;
import dev.superbill.local.part.Launch;
import dev.superbill.local.part.Part;
import dev.superbill.local.part.Parts;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** One more process of a service beside the one that the stack keeps, as while a deployment goes on. */
final class SecondInstance implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    private final String service;
    private final Part part;
    private final Process process;

    private SecondInstance(String service, Part part, Process process) {
        this.service = service;
        this.part = part;
        this.process = process;
    }

    /** Starts it; it takes part as soon as it is {@link #awaitReady() ready}. */
    static SecondInstance begin(Road road, String service, Port port) throws IOException {
        Part part =
                Parts.of(road.layout(), road.settings(port), List.of(service)).getFirst();
        Launch launch = part.launch();
        ProcessBuilder builder = new ProcessBuilder(launch.command())
                .directory(launch.folder().toFile())
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        road.layout().log(service + "-second").toFile()));
        builder.environment().putAll(launch.environment());
        return new SecondInstance(service, part, builder.start());
    }

    /** Waits until it can do its work: each of its consumers has been given its share. */
    void awaitReady() {
        Patience.until(
                PATIENCE,
                "a second process of " + service + " is ready",
                () -> part.check().ready());
    }

    /** Tells it to end, as a deployment does; what it had in hand is finished first. */
    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The second process of " + service + " has not ended in " + PATIENCE);
        }
    }

    /** {@code kill -9}. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
