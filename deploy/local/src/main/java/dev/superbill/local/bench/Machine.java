package dev.superbill.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.Home;
import dev.superbill.local.SettingsException;
import dev.superbill.local.client.Api;
import dev.superbill.local.command.LocalStack;
import dev.superbill.local.stack.Stack;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The stack that is measured.
 *
 * @param api as its clients see it
 * @param addresses of the parts, by name
 */
record Machine(Api api, Map<String, URI> addresses) {

    /** The databases that bench reads or cleans. */
    static final List<String> DATABASES = List.of("scheduling", "claims", "payments", "staff");

    static Machine of(LocalStack stack, Home home) {
        Map<String, URI> addresses = Stack.of(home).required().parts().stream()
                .collect(Collectors.toMap(
                        part -> part.name(),
                        part -> URI.create(part.address().split(",", -1)[0].strip())));
        return new Machine(new Api(stack.gateway(), stack.signIn()::token), addresses);
    }

    /** Where a part listens. */
    URI address(String part) {
        URI address = addresses.get(part);
        if (address == null) {
            throw new SettingsException("bench needs the part " + part + ", which is not of this stack");
        }
        return address;
    }

    /** A connection of the server's superuser, whom row-level security does not hold. */
    Connection database(String name) throws SQLException {
        return DriverManager.getConnection(
                "jdbc:postgresql://127.0.0.1:" + address("postgresql").getPort() + "/" + name
                        + "?reWriteBatchedInserts=true&ApplicationName=superbill-bench",
                "postgres",
                "postgres");
    }

    /** Whether debits and credits of a practice's ledger are the same. */
    boolean isBalanced(String user) {
        JsonNode books = api.get(user, "/ledger/trial-balance");
        return books.path("debitCents").asLong() == books.path("creditCents").asLong();
    }
}
