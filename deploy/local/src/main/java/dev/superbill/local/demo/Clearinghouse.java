package dev.superbill.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.local.Home;
import dev.superbill.local.SettingsException;
import dev.superbill.local.client.Waiting;
import dev.superbill.local.stack.PartSnapshot;
import dev.superbill.local.stack.Stack;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/**
 * The clearinghouse of the stack: where it is, the key that it is known by, and a look at what it still has to do.
 *
 * @param control its control port
 */
record Clearinghouse(String host, int port, String hostKey, URI control) {

    /** Several payment cycles: a reversal and its correction come in two of them. */
    private static final Duration CYCLES_TAKE = Duration.ofSeconds(60);

    /** The address that it has in the running stack, and the host key that it keeps in its home, as its operator would tell them. */
    static Clearinghouse of(Home home) throws IOException {
        List<URI> addresses = Stack.of(home).required().parts().stream()
                .filter(part -> part.name().equals("clearinghouse"))
                .map(PartSnapshot::address)
                .flatMap(address -> Arrays.stream(address.split(",", -1)))
                .map(address -> URI.create(address.strip()))
                .toList();
        if (addresses.size() != 2) {
            throw new SettingsException("The clearinghouse is not part of the stack");
        }
        String key = Files.readString(home.data("clearinghouse").resolve("host_key.pub"))
                .strip();
        return new Clearinghouse("127.0.0.1", addresses.getFirst().getPort(), key, addresses.getLast());
    }

    /** Waits until no claim waits for a payment cycle and no file for its delivery, or for a while. */
    void awaitNothingToDeliver() {
        ObjectMapper json = new ObjectMapper();
        Waiting.until(CYCLES_TAKE, () -> {
            try (InputStream answer = control.resolve("/status").toURL().openStream()) {
                JsonNode status = json.readTree(answer);
                return status.path("claimsWaiting").asLong() == 0
                        && status.path("deliveriesWaiting").asLong() == 0;
            } catch (IOException e) {
                throw new UncheckedIOException("The clearinghouse does not tell its state", e);
            }
        });
    }
}
