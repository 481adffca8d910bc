package dev.superbill.local.demo;

import dev.superbill.local.Home;
import dev.superbill.local.SettingsException;
import dev.superbill.local.command.LocalStack;
import dev.superbill.local.demo.Demo.Clearinghouse;
import dev.superbill.local.stack.PartSnapshot;
import dev.superbill.local.stack.Stack;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
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
        Demo demo = new Demo(api, story, new Demo.Size(visits, patients, seed));
        return demo.run(clearinghouse(), LocalDate.now(ZONE)).isEmpty() ? 0 : 1;
    }

    /** Its address and the host key that it keeps in its home, as its operator would tell them. */
    private static Clearinghouse clearinghouse() throws IOException {
        Home home = Home.current();
        String address = Stack.of(home).required().parts().stream()
                .filter(part -> part.name().equals("clearinghouse"))
                .map(PartSnapshot::address)
                .findFirst()
                .orElseThrow(() -> new SettingsException("The clearinghouse is not part of the stack"));
        URI sftp = URI.create(address.split(",", -1)[0].strip());
        String key = Files.readString(home.data("clearinghouse").resolve("host_key.pub"))
                .strip();
        return new Clearinghouse("127.0.0.1", sftp.getPort(), key);
    }
}
