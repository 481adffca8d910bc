package dev.superbill.local.fuzz;

import dev.superbill.check.Progress;
import dev.superbill.check.Report;
import dev.superbill.local.Home;
import dev.superbill.local.check.RunningStack;
import dev.superbill.local.command.LocalStack;
import dev.superbill.local.stack.Stack;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;

/** Runs the mutations against this machine's stack, which is started when it does not run. */
public final class FuzzRun {

    /** How long events of what was sent may take. */
    private static final Duration ON_ITS_WAY = Duration.ofMinutes(2);

    private FuzzRun() {}

    /**
     * Sends mutations of valid requests.
     *
     * @param seed of all mutations
     * @param first the number of the first
     * @param inputs how many
     * @param clients how many at a time
     * @param out told how it goes
     * @return whether nothing was found
     */
    public static boolean of(long seed, long first, long inputs, int clients, PrintWriter out)
            throws IOException, InterruptedException {
        LocalStack running = LocalStack.up(out);
        Home home = Home.current();
        Gateway gateway = new Gateway(running.gateway(), running.signIn()::token);
        Fuzzing fuzzing = new Fuzzing(
                gateway, () -> Stack.of(home).required(), home.folder().resolve("fuzz"), out);
        boolean unharmed =
                fuzzing.run(new Fuzzing.Plan(seed, first, inputs, clients)).isEmpty();
        Report report = RunningStack.of(Stack.of(home).required()).check(ON_ITS_WAY, Progress.SILENT);
        report.findings().forEach(out::println);
        out.println(report.isCoherent() ? "check: everything agrees" : "check: this does not agree");
        out.flush();
        return unharmed && report.isCoherent();
    }
}
