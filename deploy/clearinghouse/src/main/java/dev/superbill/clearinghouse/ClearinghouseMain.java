package dev.superbill.clearinghouse;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Starts the clearinghouse from the command line. */
@Command(
        name = "superbill-clearinghouse",
        mixinStandardHelpOptions = true,
        versionProvider = ClearinghouseMain.Version.class,
        description = "A clearinghouse and its payers for practice: takes 837P and answers TA1, 999, 277CA and 835 "
                + "over SFTP on the loopback address.",
        showDefaultValues = true)
public final class ClearinghouseMain implements Callable<Integer> {

    @Option(
            names = "--sftp-port",
            paramLabel = "PORT",
            defaultValue = "${env:SUPERBILL_CLEARINGHOUSE_SFTP_PORT:-12222}",
            description = "Port of the SFTP server; 0 takes any free one.")
    private int sftpPort;

    @Option(
            names = "--http-port",
            paramLabel = "PORT",
            defaultValue = "${env:SUPERBILL_CLEARINGHOUSE_HTTP_PORT:-12280}",
            description = "Port for health, status and scenarios; 0 takes any free one.")
    private int httpPort;

    @Option(
            names = "--home",
            paramLabel = "DIR",
            defaultValue = "${env:SUPERBILL_CLEARINGHOUSE_HOME:-clearinghouse}",
            description = "Where state, host key and mailboxes are kept.")
    private Path home;

    @Option(
            names = "--authorized-keys",
            paramLabel = "FILE",
            defaultValue = "${env:SUPERBILL_CLEARINGHOUSE_AUTHORIZED_KEYS}",
            description = "OpenSSH file of the keys that may sign in; authorized_keys in the home when not given.")
    private Path authorizedKeys;

    @Option(
            names = "--seed",
            paramLabel = "N",
            defaultValue = "${env:SUPERBILL_CLEARINGHOUSE_SEED:-1}",
            description = "Decides what kind of payer each is and which claims it treats how.")
    private long seed;

    @Option(
            names = "--cycle-millis",
            paramLabel = "N",
            defaultValue = "${env:SUPERBILL_CLEARINGHOUSE_CYCLE_MILLIS:-3000}",
            description = "Milliseconds from a claim's receipt to its payment.")
    private long cycleMillis;

    @Spec
    private CommandSpec spec;

    /** Runs until it is told to stop. */
    public static void main(String[] args) {
        int exit = new CommandLine(new ClearinghouseMain()).execute(args);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        Files.createDirectories(home);
        Path keys = authorizedKeys == null || authorizedKeys.toString().isEmpty()
                ? home.resolve("authorized_keys")
                : authorizedKeys;
        Clearinghouse.Settings settings =
                new Clearinghouse.Settings(sftpPort, httpPort, home, keys, seed, Duration.ofMillis(cycleMillis));
        Clearinghouse clearinghouse = Clearinghouse.start(settings, Clock.system(ZoneId.systemDefault()));
        PrintWriter out = spec.commandLine().getOut();
        out.println("SFTP     127.0.0.1:" + clearinghouse.sftpPort());
        out.println("control  http://127.0.0.1:" + clearinghouse.httpPort());
        out.println("host key " + clearinghouse.hostKey());
        out.flush();
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            clearinghouse.close();
            stopped.countDown();
        }));
        stopped.await();
        return 0;
    }

    /** The version that the jar names. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            String version = ClearinghouseMain.class.getPackage().getImplementationVersion();
            return new String[] {"superbill-clearinghouse " + (version == null ? "in development" : version)};
        }
    }
}
