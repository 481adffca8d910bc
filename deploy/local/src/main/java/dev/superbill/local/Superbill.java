package dev.superbill.local;

import dev.superbill.local.bench.BenchCommand;
import dev.superbill.local.check.CheckCommand;
import dev.superbill.local.command.SuperbillCommand;
import dev.superbill.local.demo.DemoCommand;
import dev.superbill.local.proof.TestCommand;
import java.util.List;

/** The program that {@code deploy/superbill} runs. */
public final class Superbill {

    private Superbill() {}

    /** Runs the command that the arguments name. */
    public static void main(String[] arguments) {
        System.exit(SuperbillCommand.run(
                List.of(new DemoCommand(), new BenchCommand(), new CheckCommand(), new TestCommand()), arguments));
    }
}
