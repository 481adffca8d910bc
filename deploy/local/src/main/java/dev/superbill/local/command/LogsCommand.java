package dev.superbill.local.command;

import dev.superbill.local.Home;
import dev.superbill.local.part.Parts;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code superbill logs}: what the parts say. */
@Command(name = "logs", description = "Show the last lines of a part's log, or of all logs.")
final class LogsCommand implements Callable<Integer> {

    private static final Duration GLANCE = Duration.ofMillis(300);

    @Parameters(arity = "0..*", paramLabel = "PART", description = "The parts; all when none is named.")
    private List<String> parts = List.of();

    @Option(
            names = {"-f", "--follow"},
            description = "Go on with what is added, until Ctrl-C.")
    private boolean follow;

    @Option(
            names = {"-n", "--lines"},
            paramLabel = "N",
            defaultValue = "50",
            description = "How many lines of each (default: ${DEFAULT-VALUE}).")
    private int lines;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.current();
        PrintWriter out = spec.commandLine().getOut();
        List<String> names = parts.isEmpty() ? Parts.NAMES : List.copyOf(Parts.known(parts));
        Map<String, LogTail> tails = new LinkedHashMap<>();
        for (String name : names) {
            tails.put(name, new LogTail(home.log(name)));
            print(out, name, LogTail.last(home.log(name), lines), names.size());
        }
        while (follow) {
            for (Map.Entry<String, LogTail> tail : tails.entrySet()) {
                print(out, tail.getKey(), tail.getValue().added(), names.size());
            }
            Thread.sleep(GLANCE);
        }
        return 0;
    }

    private static void print(PrintWriter out, String part, List<String> added, int parts) {
        added.forEach(line -> out.println(parts == 1 ? line : "%-13s | %s".formatted(part, line)));
        out.flush();
    }
}
