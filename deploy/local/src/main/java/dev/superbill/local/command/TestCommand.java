package dev.superbill.local.command;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/**
 * {@code superbill test}: the script runs it by itself, because the tests build this program anew and it cannot run
 * meanwhile; here is what {@code --help} says.
 */
@Command(
        name = "test",
        description = {
            "Run the tests: ./mvnw verify, without colours and questions.",
            "What follows is passed on to Maven, such as -pl payments-service -Dtest=LedgerTest.",
            "--drills: what takes minutes each and is left out of the above: every part killed once, all consumers from zero,"
                    + " poison, planted faults, backup and restore, a lost slot, a short bench.",
            "--crash [--rounds N] [--seed S]: only kill -9 of every part under load, N times over (20 by default); a seed"
                    + " that it prints plays a run again."
        })
final class TestCommand implements Callable<Integer> {

    @Parameters(arity = "0..*", paramLabel = "MAVEN-ARGUMENT", description = "Passed on to Maven.")
    private List<String> arguments = List.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getErr().println("Run this through deploy/superbill test " + String.join(" ", arguments));
        return 2;
    }
}
