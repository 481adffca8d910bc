package dev.superbill.local.command;

import dev.superbill.local.Home;
import dev.superbill.local.stack.Stack;
import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;

/** Starts a stack whose supervisor is a process of its own, in the background. */
final class BackgroundStack {

    private final Home home;
    private final PrintWriter out;

    BackgroundStack(Home home, PrintWriter out) {
        this.home = home;
        this.out = out;
    }

    /**
     * Starts it and waits until it is healthy; nothing is left running when that fails or is interrupted.
     *
     * @param only the parts wanted; all when empty
     * @param ports ports from the command line
     */
    boolean start(List<String> only, Map<String, Integer> ports, Duration timeout)
            throws IOException, InterruptedException {
        home.make();
        Path log = home.log("superbill");
        LogTail words = new LogTail(log);
        Process supervisor = new ProcessBuilder(command(only, ports))
                .redirectInput(Path.of("/dev/null").toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        AtomicBoolean healthy = new AtomicBoolean();
        Thread stop = new Thread(() -> stopUnless(healthy), "stop");
        Runtime.getRuntime().addShutdownHook(stop);
        Stack stack = Stack.of(home);
        while (stack.running().isEmpty() && supervisor.isAlive()) {
            Thread.sleep(Duration.ofMillis(100));
        }
        if (!supervisor.isAlive()) {
            words.added().forEach(out::println);
            out.flush();
            return false;
        }
        out.printf("Starting in %s%n", home.folder());
        healthy.set(new Readiness(home, out)
                .await(() -> supervisor.isAlive() ? stack.running() : Optional.empty(), timeout));
        return healthy.get();
    }

    private void stopUnless(AtomicBoolean healthy) {
        if (healthy.get()) {
            return;
        }
        try {
            Stack.of(home).stop();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The same program again, out of reach of this terminal's Ctrl-C. */
    private static List<String> command(List<String> only, Map<String, Integer> ports) {
        List<String> command = new ArrayList<>();
        if (Files.isExecutable(Path.of("/usr/bin/setsid"))) {
            command.add("setsid");
        }
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(ManagementFactory.getRuntimeMXBean().getInputArguments());
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "dev.superbill.local.Superbill"));
        command.addAll(List.of("up", "--supervise"));
        if (!only.isEmpty()) {
            command.add("--parts=" + String.join(",", only));
        }
        ports.forEach((name, number) -> command.add("--port=" + name + "=" + number));
        return command;
    }
}
