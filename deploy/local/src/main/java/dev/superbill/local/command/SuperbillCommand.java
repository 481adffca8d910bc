package dev.superbill.local.command;

import dev.superbill.local.SettingsException;
import java.io.PrintWriter;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** {@code superbill}: the root of all sub-commands. */
@Command(
        name = "superbill",
        scope = ScopeType.INHERIT,
        mixinStandardHelpOptions = true,
        version = "superbill 0.1.0",
        description = "Superbill on this machine: PostgreSQL, Kafka, Keycloak, the services and a clearinghouse.",
        synopsisSubcommandLabel = "COMMAND",
        usageHelpAutoWidth = true,
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            LogsCommand.class,
            TokenCommand.class,
            StopCommand.class,
            StartCommand.class,
            ResetCommand.class,
            BackupCommand.class,
            RestoreCommand.class,
            ResendCommand.class
        })
public final class SuperbillCommand implements Runnable {

    private static final String SETTINGS = """

            Settings:
              SUPERBILL_HOME          where data, logs and keys are kept (default: .superbill)
              SUPERBILL_PORT_<NAME>   another port for a part
              deploy/README.md tells of all of them.
            """;

    @CommandLine.Spec
    private CommandLine.Model.CommandSpec spec;

    /**
     * Runs a command.
     *
     * @param more sub-commands of other packages
     * @param arguments what a person typed
     * @return the exit code: 0 done, 1 failed, 2 not understood
     */
    public static int run(List<Object> more, String... arguments) {
        CommandLine line = new CommandLine(new SuperbillCommand());
        line.getCommandSpec().usageMessage().footer(SETTINGS.split("\n", -1));
        more.forEach(line::addSubcommand);
        return line.setExecutionExceptionHandler(SuperbillCommand::explain).execute(arguments);
    }

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }

    /** What a person can mend is told in a sentence; anything else is a fault of ours and shows where. */
    private static int explain(Exception fault, CommandLine line, CommandLine.ParseResult result) {
        PrintWriter err = line.getErr();
        if (fault instanceof SettingsException) {
            err.println(fault.getMessage());
        } else {
            fault.printStackTrace(err);
        }
        return line.getCommandSpec().exitCodeOnExecutionException();
    }
}
