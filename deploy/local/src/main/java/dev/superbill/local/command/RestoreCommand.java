package dev.superbill.local.command;

import dev.superbill.local.Home;
import dev.superbill.local.Settings;
import dev.superbill.local.SettingsException;
import dev.superbill.local.backup.Restore;
import dev.superbill.local.part.DatabaseServer;
import dev.superbill.local.stack.Stack;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code superbill restore}: brings all databases and keys back. */
@Command(
        name = "restore",
        description = {
            "Bring all databases and keys back from a folder of superbill backup; superbill up then starts them.",
            "The stack must not run. What the home holds now is moved aside, not removed. Topics begin anew, and every kept"
                    + " event is sent again: who has applied it passes over it."
        })
final class RestoreCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "Where the backups lie.")
    private Path folder;

    @Option(
            names = "--until",
            paramLabel = "TIME",
            description = "Up to this moment, such as 2026-11-25T17:00:00Z; all that was archived when left out.")
    private @Nullable String until;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Home home = Home.current();
        if (Stack.of(home).running().isPresent()) {
            throw new SettingsException("Superbill is running; stop it with superbill down first");
        }
        Instant moment = until == null ? null : Moments.read(until);
        PrintWriter out = spec.commandLine().getOut();
        out.println("Restoring; the log is applied from the copy on, which takes as long as there is much of it ...");
        out.flush();
        Restore.Brought brought =
                new Restore(home, new DatabaseServer(home, Settings.of(home, Map.of())), folder).bring(moment);
        out.printf(
                "Restored %s and the log after it, up to %s. %d events are sent again once superbill is up.%n",
                brought.base(),
                brought.lastCommit() == null ? "the copy itself" : "the commit of " + brought.lastCommit(),
                brought.events());
        if (brought.replaced() != null) {
            out.printf("What was here before lies in %s.%n", brought.replaced());
        }
        return 0;
    }
}
