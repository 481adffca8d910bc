package dev.superbill.relay;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The replication slot that a connector reads. It belongs to the service, whose migrations make it before the first event
 * is written; a connector that came first would make one of its own, at the wrong place in the log.
 */
final class OutboxSlot {

    /** What a connector file may say about TLS; the driver calls it the same. */
    private static final List<String> TLS = List.of("sslmode", "sslrootcert", "sslcert", "sslkey");

    private final String url;
    private final String user;
    private final String password;
    private final String slot;
    private final String publication;

    OutboxSlot(ConnectorFile file, Map<String, String> environment) {
        this.url = "jdbc:postgresql://%s:%s/%s?connectTimeout=5&socketTimeout=10&ApplicationName=superbill-relay"
                        .formatted(
                                file.resolved("database.hostname", environment),
                                file.resolved("database.port", environment),
                                file.resolved("database.dbname", environment))
                + tls(file, environment);
        this.user = file.resolved("database.user", environment);
        this.password = file.resolved("database.password", environment);
        this.slot = file.resolved("slot.name", environment);
        this.publication = file.resolved("publication.name", environment);
    }

    private static String tls(ConnectorFile file, Map<String, String> environment) {
        return TLS.stream()
                .filter(name -> file.config().containsKey("database." + name))
                .map(name -> "&" + name + "="
                        + URLEncoder.encode(file.resolved("database." + name, environment), StandardCharsets.UTF_8))
                .collect(Collectors.joining());
    }

    /**
     * Whether slot and publication are there.
     *
     * @throws SQLException when the database does not answer or does not know the role yet
     */
    boolean exists() throws SQLException {
        try (Connection connection = DriverManager.getConnection(url, user, password);
                PreparedStatement question = connection.prepareStatement(
                        "select exists (select 1 from pg_replication_slots where slot_name = ? and database = current_database())"
                                + " and exists (select 1 from pg_publication where pubname = ?)")) {
            question.setString(1, slot);
            question.setString(2, publication);
            try (ResultSet answer = question.executeQuery()) {
                return answer.next() && answer.getBoolean(1);
            }
        }
    }

    @Override
    public String toString() {
        return slot;
    }
}
