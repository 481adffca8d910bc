package dev.superbill.local.demo;

import dev.superbill.local.Home;
import dev.superbill.local.client.Api;
import dev.superbill.local.command.LocalStack;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code superbill demo}: a practice's day, or the proof of one file. */
@Command(
        name = "demo",
        description = {
            "Run a practice's day through Superbill: visits, claims, acknowledgements, remittances, and a ledger that"
                    + " balances to the cent.",
            "Starts what is not running and leaves it running. Exits with 1 when anything does not agree. Can be run"
                    + " again: each run takes another day."
        })
public final class DemoCommand implements Callable<Integer> {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Option(names = "--file", paramLabel = "F.835", description = "Post this remittance file and print its proof.")
    private @Nullable Path file;

    @Option(names = "--visits", defaultValue = "120", description = "Visits of the day (default: ${DEFAULT-VALUE}).")
    private int visits;

    @Option(
            names = "--patients",
            defaultValue = "200",
            description = "Patients to register (default: ${DEFAULT-VALUE}).")
    private int patients;

    @Option(
            names = "--seed",
            defaultValue = "1",
            description = "Seed of all that is invented (default: ${DEFAULT-VALUE}).")
    private long seed;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        LocalStack stack = LocalStack.up(spec.commandLine().getOut());
        Api api = new Api(stack.gateway(), stack.signIn()::token);
        Story story = new Story(spec.commandLine().getOut());
        if (file != null) {
            return new FileProof(api, story).post(file);
        }
        Demo demo = new Demo(api, story, Clearinghouse.of(Home.current()), new Demo.Size(visits, patients, seed));
        return demo.run(LocalDate.now(ZONE)).isEmpty() ? 0 : 1;
    }
}
