package dev.superbill.local.bench;

import dev.superbill.local.Home;
import dev.superbill.local.SettingsException;
import dev.superbill.local.command.LocalStack;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code superbill bench}: how fast it is here. */
@Command(
        name = "bench",
        description = {
            "Measure how fast Superbill is on this machine; a table at the end. More than an hour on two cores.",
            "  a  835 posting end to end, against its bare rows",
            "  b  encounter intake and 837 batches, against their bare rows",
            "  c  events: commit to consumer, and at full speed",
            "  d  reading X12, against other libraries",
            "  e  trial balance, aging and a claim's page, by size of the ledger",
            "  f  start-up and memory; starts another stack for that, with a home and ports of its own",
            "Starts what is not running and leaves it running. Works in practices of its own, named bench-*, and"
                    + " removes their rows and users at the end; their events stay in Kafka until it drops them.",
            "Exits with 1 when something could not be measured or a ledger does not balance, whatever the speed."
        })
public final class BenchCommand implements Callable<Integer> {

    @Option(names = "--part", split = ",", paramLabel = "PART", description = "Only these, such as a,d (default: all).")
    private List<String> parts = List.of("a", "b", "c", "d", "e", "f");

    @Option(names = "--large", description = "Post a remittance of a gigabyte too.")
    private boolean large;

    @Option(
            names = "--short",
            description = "Each figure once, as cheaply as can be: shows that all works and is no measurement.")
    private boolean brief;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write {\"figures\": [{\"part\", \"name\", \"value\", \"unit\", \"aim\", \"holds\"}]} too.")
    private @Nullable Path json;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Home home = Home.current();
        LocalStack stack = LocalStack.up(spec.commandLine().getOut());
        Machine machine = Machine.of(stack, home);
        Figures figures = new Figures(spec.commandLine().getOut());
        Scale usual = brief ? Scale.SHORT : Scale.USUAL;
        Scale scale = large ? usual.large() : usual;
        List<String> failed = new ArrayList<>();
        try (Users users = new Users(machine.address("keycloak"))) {
            Clinics clinics = new Clinics(machine, users, home);
            Map<String, Bench> benches = new LinkedHashMap<>();
            benches.put("a", new PostingBench(machine, clinics, scale));
            benches.put("b", new IntakeBench(machine, clinics, scale));
            benches.put("c", new EventBench(machine, clinics, scale));
            benches.put("d", new ReadingBench(home, scale));
            benches.put("e", new ReportBench(machine, clinics, scale));
            benches.put("f", new StartBench(home, !brief));
            try {
                for (String part : chosen(benches)) {
                    run(part, benches, figures, failed);
                }
            } finally {
                clinics.remove(figures);
            }
        }
        figures.table();
        if (json != null) {
            figures.write(json);
        }
        return failed.isEmpty() ? 0 : 1;
    }

    private List<String> chosen(Map<String, Bench> benches) {
        parts.stream().filter(part -> !benches.containsKey(part)).findFirst().ifPresent(unknown -> {
            throw new SettingsException("There is no part " + unknown + "; the parts are a to f");
        });
        return parts;
    }

    /** One that fails does not take the others along. */
    private void run(String part, Map<String, Bench> benches, Figures figures, List<String> failed)
            throws InterruptedException {
        Bench bench = benches.get(part);
        if (bench == null) {
            return;
        }
        try {
            bench.run(figures);
        } catch (IOException | SQLException | RuntimeException e) {
            failed.add(part);
            figures.progress("(%s) could not be measured: %s", part, e);
        }
    }
}
