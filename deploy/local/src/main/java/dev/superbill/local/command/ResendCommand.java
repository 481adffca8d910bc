package dev.superbill.local.command;

import dev.superbill.local.Home;
import dev.superbill.local.Settings;
import dev.superbill.local.SettingsException;
import dev.superbill.local.part.EventRelay;
import dev.superbill.local.stack.Stack;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code superbill resend}: the way back after a replication slot was lost. */
@Command(
        name = "resend",
        description = {
            "Send kept events of a service again, after its replication slot or its topics were lost.",
            "A slot that is missing, lost or refused by the relay is made anew first. Consumers pass over events that they"
                    + " have applied."
        })
final class ResendCommand implements Callable<Integer> {

    private static final List<String> SERVICES = List.of("scheduling", "claims", "payments", "staff");

    @Parameters(paramLabel = "SERVICE", description = "scheduling, claims, payments or staff.")
    private String service;

    @Option(
            names = "--since",
            paramLabel = "TIME",
            description =
                    "Events written from then on, such as 2026-11-25T17:00:00Z; when left out, all that the relay is"
                            + " not known to have sent.")
    private @Nullable String since;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, SQLException, InterruptedException {
        if (!SERVICES.contains(service)) {
            throw new SettingsException(service + " has no events; the services are " + String.join(", ", SERVICES));
        }
        Home home = Home.current();
        Stack.of(home).required();
        EventRelay.Resent resent = new EventRelay(home, Settings.of(home, Map.of()))
                .resend(service, since == null ? null : Moments.read(since));
        spec.commandLine()
                .getOut()
                .printf(
                        "%s%d events of %s, %s, are sent again.%n",
                        resent.slotMade() ? "The slot was made anew. " : "",
                        resent.events(),
                        service,
                        resent.since().equals(Instant.EPOCH) ? "all that are kept" : "written since " + resent.since());
        return 0;
    }
}
