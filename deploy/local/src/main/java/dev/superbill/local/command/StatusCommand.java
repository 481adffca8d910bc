package dev.superbill.local.command;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import dev.superbill.local.Home;
import dev.superbill.local.Settings;
import dev.superbill.local.stack.Memory;
import dev.superbill.local.stack.PartSnapshot;
import dev.superbill.local.stack.ProcessIdentity;
import dev.superbill.local.stack.Stack;
import dev.superbill.local.stack.StackSnapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code superbill status}: what runs, where, and how much memory it holds. */
@Command(
        name = "status",
        description = {
            "Show each part: its process, state, address and memory.",
            "Ends with 0 when all are healthy, with 3 when not."
        })
final class StatusCommand implements Callable<Integer> {

    private static final int NOT_HEALTHY = 3;

    @Option(
            names = "--json",
            description = "Print {\"gateway\", \"parts\": [{\"name\", \"pid\", \"state\", \"address\","
                    + " \"residentBytes\"}]}; ends with 0 in any state.")
    private boolean json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        Home home = Home.current();
        StackSnapshot stack = Stack.of(home).now(Settings.of(home, Map.of()));
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(json(stack));
            return 0;
        }
        table(stack, out);
        return stack.isHealthy() ? 0 : NOT_HEALTHY;
    }

    private static void table(StackSnapshot stack, PrintWriter out) {
        long total = 0;
        for (PartSnapshot part : stack.parts()) {
            ProcessIdentity process = part.process();
            long resident = part.resident();
            total += resident;
            out.println(String.format(
                            Locale.ROOT,
                            "%-14s %-11s %8s %9s  %s%s",
                            part.name(),
                            part.state().word(),
                            process == null ? "-" : process.pid(),
                            process == null ? "-" : Memory.readable(resident),
                            part.address(),
                            part.note().isEmpty() ? "" : "  (" + part.note() + ")")
                    .stripTrailing());
        }
        out.printf("%-14s %-11s %8s %9s  %s%n", "together", "", "", Memory.readable(total), stack.gateway());
    }

    /** Written by hand, field for field: clients outside of the project read it, and it must come at once. */
    static String json(StackSnapshot stack) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartObject();
            json.writeStringField("gateway", stack.gateway());
            json.writeArrayFieldStart("parts");
            for (PartSnapshot part : stack.parts()) {
                ProcessIdentity process = part.process();
                json.writeStartObject();
                json.writeStringField("name", part.name());
                if (process == null) {
                    json.writeNullField("pid");
                } else {
                    json.writeNumberField("pid", process.pid());
                }
                json.writeStringField("state", part.state().word());
                json.writeStringField("address", part.address());
                json.writeNumberField("residentBytes", part.resident());
                json.writeNumberField("restarts", part.restarts());
                json.writeStringField("note", part.note());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        return text.toString();
    }
}
