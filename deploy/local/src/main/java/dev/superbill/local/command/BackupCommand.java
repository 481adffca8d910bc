package dev.superbill.local.command;

import dev.superbill.local.Home;
import dev.superbill.local.Settings;
import dev.superbill.local.backup.Backup;
import dev.superbill.local.part.DatabaseServer;
import dev.superbill.local.stack.Memory;
import dev.superbill.local.stack.Stack;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code superbill backup}: saves all databases and keys. */
@Command(
        name = "backup",
        description = {
            "Save all databases and keys of the running stack to a folder, while it works.",
            "From the first backup on, the databases' log goes there too, each minute: superbill restore reaches any moment."
                    + " The folder holds data of patients and keys: keep it on another disk, encrypted, and to yourself."
        })
final class BackupCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FOLDER", description = "Where backups lie; made when it is missing.")
    private Path folder;

    @Option(
            names = "--keep",
            paramLabel = "N",
            defaultValue = "7",
            description =
                    "How many copies to keep, with the log from the oldest of them on (default: ${DEFAULT-VALUE}).")
    private int keep;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, SQLException {
        Home home = Home.current();
        Stack.of(home).required();
        Backup backup = new Backup(home, new DatabaseServer(home, Settings.of(home, Map.of())), folder);
        Backup.Taken taken = backup.take();
        backup.keep(Math.max(1, keep));
        spec.commandLine()
                .getOut()
                .printf(
                        "Saved %s to %s at %s; the log goes on to be archived beside it.%n",
                        Memory.readable(taken.bytes()), taken.folder(), taken.finished());
        return 0;
    }
}
