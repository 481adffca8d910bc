package dev.superbill.local.command;

import dev.superbill.local.Home;
import dev.superbill.local.part.Parts;
import dev.superbill.local.stack.PartState;
import dev.superbill.local.stack.Stack;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code superbill stop}: takes one part away, to see what the others do. */
@Command(name = "stop", description = "Stop one part of the running stack; it stays down until start or up.")
final class StopCommand implements Callable<Integer> {

    @Parameters(paramLabel = "PART", description = "Such as payments.")
    private String part;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Parts.known(List.of(part));
        PartState state = Stack.of(Home.current()).want(part, false).state();
        spec.commandLine().getOut().println(part + " is " + state.word());
        return state == PartState.STOPPED ? 0 : 1;
    }
}
