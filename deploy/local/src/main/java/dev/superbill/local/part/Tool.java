package dev.superbill.local.part;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** Runs a program of a part to its end, once, before the part starts. */
final class Tool {

    private Tool() {}

    /**
     * @param log where its words go
     * @param command program and arguments
     * @throws IOException when it cannot run or fails
     */
    static void run(Path log, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectInput(ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            int code = process.waitFor();
            if (code != 0) {
                throw new IOException("%s failed with exit code %d; see %s".formatted(command.getFirst(), code, log));
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            throw e;
        }
    }
}
