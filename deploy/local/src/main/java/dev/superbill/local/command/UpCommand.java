package dev.superbill.local.command;

import dev.superbill.local.Home;
import dev.superbill.local.Settings;
import dev.superbill.local.part.Part;
import dev.superbill.local.part.Parts;
import dev.superbill.local.stack.Stack;
import dev.superbill.local.stack.Supervisor;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code superbill up}: starts all parts and stays, or leaves them to a process in the background. */
@Command(
        name = "up",
        description = {
            "Start everything and wait until all parts are healthy.",
            "Stays in the foreground and watches the parts: one that dies is started again; Ctrl-C stops all of them."
                    + " When the stack is up already, only waits until all is healthy."
        })
final class UpCommand implements Callable<Integer> {

    private static final Duration GLANCE = Duration.ofMillis(500);

    @Option(
            names = {"-d", "--detach"},
            description = "Leave the stack running in the background; superbill down stops it.")
    private boolean detach;

    @Option(names = "--supervise", hidden = true, description = "Be that process in the background.")
    private boolean supervise;

    @Option(
            names = "--parts",
            split = ",",
            paramLabel = "PART",
            description = "Start only these, with commas between them.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--timeout",
            paramLabel = "SECONDS",
            defaultValue = "300",
            description = "How long to wait for all to be healthy (default: ${DEFAULT-VALUE}).")
    private int timeout;

    @Mixin
    private PortOptions ports;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Home home = Home.current();
        Settings settings = ports.settings(home);
        List<Part> parts = Parts.of(home, settings, only);
        Stack stack = Stack.of(home);
        if (stack.running().isPresent()) {
            stack.wantAll();
            return new Readiness(home, out).await(stack::running, Duration.ofSeconds(timeout)) ? 0 : 1;
        }
        if (detach) {
            return new BackgroundStack(home, out).start(only, ports.chosen(), Duration.ofSeconds(timeout)) ? 0 : 1;
        }
        return watch(home, settings, parts, out);
    }

    private int watch(Home home, Settings settings, List<Part> parts, PrintWriter out)
            throws IOException, InterruptedException {
        Supervisor supervisor = new Supervisor(home, settings, parts);
        CountDownLatch stopping = new CountDownLatch(1);
        supervisor.start();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(supervisor, stopping, out), "stop"));
        out.printf("Starting %d parts in %s%n", parts.size(), home.folder());
        out.flush();
        Readiness readiness = new Readiness(home, out);
        Duration patience = supervise ? Duration.ofDays(1) : Duration.ofSeconds(timeout);
        if (!readiness.await(() -> Optional.of(supervisor.snapshot()), patience) && !supervise) {
            return 1;
        }
        if (!supervise) {
            out.printf("%nCtrl-C stops all.%n");
            out.flush();
        }
        while (stopping.getCount() > 0) {
            readiness.progress().show(supervisor.snapshot());
            Thread.sleep(GLANCE);
        }
        return 0;
    }

    private static void stop(Supervisor supervisor, CountDownLatch stopping, PrintWriter out) {
        stopping.countDown();
        out.printf("%nStopping ...%n");
        out.flush();
        supervisor.close();
        out.println("All parts have stopped.");
        out.flush();
    }
}
