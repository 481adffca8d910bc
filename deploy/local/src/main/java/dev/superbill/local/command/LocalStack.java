package dev.superbill.local.command;

import dev.superbill.local.Home;
import dev.superbill.local.SettingsException;
import dev.superbill.local.stack.SignIn;
import dev.superbill.local.stack.Stack;
import dev.superbill.local.stack.StackSnapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * The running stack, for commands that use Superbill as a client does.
 *
 * @param gateway the address of Superbill
 * @param signIn gives bearer tokens of local users
 */
public record LocalStack(URI gateway, SignIn signIn) {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /**
     * The stack of this home, all of it healthy: what does not run is started in the background and stays.
     *
     * @param out told how the start goes
     * @throws SettingsException when it does not become healthy
     */
    public static LocalStack up(PrintWriter out) throws IOException, InterruptedException {
        Home home = Home.current();
        Stack stack = Stack.of(home);
        boolean healthy;
        if (stack.running().filter(StackSnapshot::isHealthy).isPresent()) {
            healthy = true;
        } else if (stack.running().isPresent()) {
            stack.wantAll();
            healthy = new Readiness(home, out).await(stack::running, PATIENCE);
        } else {
            healthy = new BackgroundStack(home, out).start(List.of(), Map.of(), PATIENCE);
        }
        if (!healthy) {
            throw new SettingsException("Superbill did not start; see superbill logs");
        }
        StackSnapshot running = stack.required();
        return new LocalStack(URI.create(running.gateway()), new SignIn(running.issuer()));
    }
}
