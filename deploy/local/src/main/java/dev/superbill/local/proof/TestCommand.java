package dev.superbill.local.proof;

import dev.superbill.local.fuzz.FuzzRun;
import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code superbill test}: without options the script runs it by itself, because the tests build this program anew and it
 * cannot run meanwhile; here is what {@code --help} says, and what is proven on the running stack.
 */
@Command(
        name = "test",
        description = {
            "Run the tests: ./mvnw verify, without colours and questions.",
            "What follows is passed on to Maven, such as -pl payments-service -Dtest=LedgerTest.",
            "--drills: what takes minutes each and is left out of the above: every part killed once, all consumers from zero,"
                    + " poison, planted faults, backup and restore, a lost slot, a short bench.",
            "--crash [--rounds N] [--seed S]: only kill -9 of every part under load, N times over (20 by default); a seed"
                    + " that it prints plays a run again.",
            "--fuzz: send mutations of valid files and bodies through the running gateway instead: no answer may be"
                    + " a fault of Superbill's, no program may die or grow, and the ledger has to balance. The stack is"
                    + " started when it does not run; what is sent belongs to the practice cedar."
        })
public final class TestCommand implements Callable<Integer> {

    private static final int SEEDS = 1_000_000;

    @Option(names = "--fuzz", description = "Send mutations through the running gateway.")
    private boolean fuzz;

    @Option(names = "--inputs", defaultValue = "100000", description = "How many (default: ${DEFAULT-VALUE}).")
    private long inputs;

    @Option(names = "--seed", description = "Seed of all of them (default: another one each time).")
    private @Nullable Long seed;

    @Option(
            names = "--first",
            defaultValue = "0",
            description = "Number of the first: a found fault names its seed and number.")
    private long first;

    @Option(names = "--clients", defaultValue = "8", description = "How many at a time (default: ${DEFAULT-VALUE}).")
    private int clients;

    @Parameters(arity = "0..*", paramLabel = "MAVEN-ARGUMENT", description = "Passed on to Maven.")
    private List<String> arguments = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (fuzz) {
            Long given = seed;
            long chosen = given == null ? new SecureRandom().nextInt(SEEDS) : given;
            return FuzzRun.of(chosen, first, inputs, clients, spec.commandLine().getOut()) ? 0 : 1;
        }
        spec.commandLine().getErr().println("Run this through deploy/superbill test " + String.join(" ", arguments));
        return 2;
    }
}
