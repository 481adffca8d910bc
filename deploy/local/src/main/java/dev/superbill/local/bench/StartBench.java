package dev.superbill.local.bench;

import dev.superbill.local.Home;
import dev.superbill.local.Port;
import dev.superbill.local.stack.Stack;
import dev.superbill.local.stack.StackSnapshot;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * (f) How long a start takes and how much memory all parts hold. The starts are those of another stack with a home and ports
 * of its own, so that the running one is left alone; it is removed afterwards.
 */
record StartBench(Home home, boolean withStarts) implements Bench {

    private static final double FIRST_START_SECONDS = 120;
    private static final double LATER_START_SECONDS = 60;
    private static final double GIBIBYTES = 3.5;
    private static final double STATUS_SECONDS = 1;

    @Override
    public void run(Figures figures) throws IOException, InterruptedException {
        StackSnapshot running = Stack.of(home).required();
        figures.add(Figure.atMost("f", "memory of all parts", running.resident() / 1073741824.0, "GiB", GIBIBYTES));
        // the first start of a new program keeps its classes for the next ones
        seconds(figures, home.folder(), Map.of(), "status", "--json");
        figures.add(Figure.atMost(
                "f",
                "status --json",
                seconds(figures, home.folder(), Map.of(), "status", "--json"),
                "s",
                STATUS_SECONDS));
        if (withStarts) {
            starts(figures);
        }
    }

    private void starts(Figures figures) throws IOException, InterruptedException {
        // beside the home: PostgreSQL may run as a user who cannot enter every folder of temporary files
        Path other = home.folder().resolveSibling(home.folder().getFileName() + "-bench");
        Map<String, String> ports = freePorts();
        try {
            figures.add(Figure.atMost(
                    "f",
                    "first start, databases and realm made",
                    seconds(figures, other, ports, "up", "--detach"),
                    "s",
                    FIRST_START_SECONDS));
            seconds(figures, other, ports, "down");
            figures.add(Figure.atMost(
                    "f", "later start", seconds(figures, other, ports, "up", "--detach"), "s", LATER_START_SECONDS));
        } finally {
            seconds(figures, other, ports, "reset", "--yes");
        }
    }

    private static Map<String, String> freePorts() throws IOException {
        List<ServerSocket> held = new ArrayList<>();
        try {
            Map<String, String> ports = new HashMap<>();
            for (Port port : Port.values()) {
                ServerSocket socket = new ServerSocket(0);
                held.add(socket);
                ports.put(port.variable(), Integer.toString(socket.getLocalPort()));
            }
            return ports;
        } finally {
            for (ServerSocket socket : held) {
                socket.close();
            }
        }
    }

    private double seconds(Figures figures, Path folder, Map<String, String> ports, String... arguments)
            throws IOException, InterruptedException {
        figures.progress("(f) superbill %s", String.join(" ", arguments));
        List<String> command =
                new ArrayList<>(List.of(home.artifact("deploy/superbill").toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.DISCARD);
        builder.environment().put("SUPERBILL_HOME", folder.toString());
        builder.environment().put("SUPERBILL_BUILD", "never");
        builder.environment().putAll(ports);
        long start = System.nanoTime();
        int code = builder.start().waitFor();
        double seconds = (System.nanoTime() - start) / 1e9;
        if (code != 0) {
            throw new IllegalStateException("superbill %s ended with %d".formatted(arguments[0], code));
        }
        return seconds;
    }
}
