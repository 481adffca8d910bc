package dev.superbill.local.command;

import dev.superbill.local.Home;
import dev.superbill.local.stack.Stack;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code superbill down}: stops everything. */
@Command(name = "down", description = "Stop everything; the data stay.")
final class DownCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        boolean ran = Stack.of(Home.current()).stop();
        spec.commandLine().getOut().println(ran ? "All parts have stopped." : "Nothing was running.");
        return 0;
    }
}
