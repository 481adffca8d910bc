package dev.superbill.local.command;

import dev.superbill.local.Home;
import dev.superbill.local.SettingsException;
import dev.superbill.local.backup.Folders;
import dev.superbill.local.stack.Stack;
import java.io.Console;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code superbill reset}: back to the first day. */
@Command(
        name = "reset",
        description = "Stop everything and remove all data, logs and keys; settings and unpacked programs stay.")
final class ResetCommand implements Callable<Integer> {

    private static final List<String> REMOVED = List.of("data", "logs", "run", "ssh");

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        Home home = Home.current();
        if (!yes && !isAgreed(home)) {
            spec.commandLine().getOut().println("Nothing was removed.");
            return 1;
        }
        Stack.of(home).stop();
        for (String folder : REMOVED) {
            Folders.remove(home.folder().resolve(folder));
        }
        spec.commandLine().getOut().println("All data in " + home.folder() + " are gone.");
        return 0;
    }

    private static boolean isAgreed(Home home) {
        Console console = System.console();
        if (console == null || !console.isTerminal()) {
            throw new SettingsException("reset removes all data in " + home.folder() + ": say --yes to agree");
        }
        String answer = console.readLine("Remove all data in %s? [y/N] ", home.folder());
        return answer != null && answer.strip().equalsIgnoreCase("y");
    }
}
