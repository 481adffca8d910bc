package dev.superbill.testing;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * A database of one service on a real PostgreSQL, with the three roles of production: an owner for migrations, an app
 * role that owns nothing, and a relay role. Local-development passwords are the roles' names.
 *
 * @param host where the server listens
 * @param port its port
 * @param name the database's name, which is the service's
 */
public record TestDatabase(String host, int port, String name) {

    private static final Map<String, TestDatabase> MADE = new ConcurrentHashMap<>();
    private static final String SUPERUSER = "postgres";

    /** The database of a service, made at its first use in this JVM. */
    public static TestDatabase of(String service) {
        return MADE.computeIfAbsent(service, name -> Server.INSTANCE.withDatabase(name));
    }

    public String url() {
        return "jdbc:postgresql://" + host + ":" + port + "/" + name;
    }

    public String ownerRole() {
        return name + "_owner";
    }

    public String appRole() {
        return name + "_app";
    }

    public String relayRole() {
        return name + "_relay";
    }

    /** The database of a service on a server of its own, which lives as long as the JVM and speaks TLS. */
    static TestDatabase encrypted(String service, Path certificate, Path key) {
        return Server.start(Server.embedded()
                        .setServerConfig("ssl", "on")
                        .setServerConfig("ssl_cert_file", certificate.toString())
                        .setServerConfig("ssl_key_file", key.toString()))
                .withDatabase(service);
    }

    /** A connection under the service's own role, outside of any practice. */
    public Connection connect() throws SQLException {
        return DriverManager.getConnection(url(), appRole(), appRole());
    }

    /** A connection that row-level security does not bind, for assertions over everything. */
    public Connection connectAsSuperuser() throws SQLException {
        return DriverManager.getConnection(url(), SUPERUSER, SUPERUSER);
    }

    private TestDatabase withDatabase(String service) {
        TestDatabase made = new TestDatabase(host, port, service);
        try (Connection connection = connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            for (String sql : List.of(
                    "create role %s login replication password '%1$s'".formatted(made.ownerRole()),
                    "create role %s login password '%1$s'".formatted(made.appRole()),
                    "create role %s login replication password '%1$s'".formatted(made.relayRole()),
                    "create database %s owner %s".formatted(service, made.ownerRole()),
                    "revoke connect on database %s from public".formatted(service),
                    "grant connect on database %s to %s, %s".formatted(service, made.appRole(), made.relayRole()))) {
                statement.execute(sql);
            }
            return made;
        } catch (SQLException e) {
            throw new IllegalStateException("The database of " + service + " could not be made", e);
        }
    }

    /** The server, started with its first database and stopped with the JVM. */
    private static final class Server {

        static final TestDatabase INSTANCE = Docker.isUsed() ? container() : start(embedded());

        private Server() {}

        private static EmbeddedPostgres.Builder embedded() {
            return EmbeddedPostgres.builder()
                    .setServerConfig("wal_level", "logical")
                    // an event is on disk before the relay reads it, as in production
                    .setServerConfig("synchronous_commit", "on")
                    .setServerConfig("max_connections", "200")
                    .setPGStartupWait(Duration.ofMinutes(2));
        }

        @SuppressWarnings("resource") // lives as long as the JVM
        private static TestDatabase start(EmbeddedPostgres.Builder server) {
            try {
                return new TestDatabase("localhost", server.start().getPort(), SUPERUSER);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        @SuppressWarnings("resource") // Testcontainers removes it with the JVM
        private static TestDatabase container() {
            PostgreSQLContainer postgres = new PostgreSQLContainer("postgres:18")
                    .withUsername(SUPERUSER)
                    .withPassword(SUPERUSER)
                    .withDatabaseName(SUPERUSER)
                    .withCommand("postgres", "-c", "wal_level=logical", "-c", "max_connections=200");
            postgres.start();
            return new TestDatabase(postgres.getHost(), postgres.getMappedPort(5432), SUPERUSER);
        }
    }
}
