package dev.superbill.local.command;

import dev.superbill.local.Home;
import dev.superbill.local.part.Parts;
import dev.superbill.local.stack.PartSnapshot;
import dev.superbill.local.stack.PartState;
import dev.superbill.local.stack.Stack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code superbill start}: brings a stopped part back. */
@Command(name = "start", description = "Start a part that was stopped, and wait until it is healthy.")
final class StartCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PART", description = "Such as payments.")
    private String part;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Parts.known(List.of(part));
        PartSnapshot now = Stack.of(Home.current()).want(part, true);
        spec.commandLine()
                .getOut()
                .println(part + " is " + now.state().word() + (now.note().isEmpty() ? "" : ": " + now.note()));
        return now.state() == PartState.HEALTHY ? 0 : 1;
    }
}
