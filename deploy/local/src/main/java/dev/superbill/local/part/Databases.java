package dev.superbill.local.part;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;

/**
 * The databases of the local stack and who may enter them. Each service has one, with three roles that no other database
 * lets in: the owner migrates it, the app role owns nothing and serves, the relay role reads its log. Passwords are the
 * roles' names: this is a development machine, and the server listens on loopback only.
 */
final class Databases {

    static final String SUPERUSER = "postgres";

    /** The services that have a database. */
    static final List<String> SERVICES = List.of("scheduling", "claims", "payments", "staff");

    static final String KEYCLOAK = "keycloak";

    private final int port;

    Databases(int port) {
        this.port = port;
    }

    static String owner(String database) {
        return database + "_owner";
    }

    static String app(String database) {
        return database + "_app";
    }

    static String relay(String database) {
        return database + "_relay";
    }

    static String url(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    Health check() {
        try (Connection connection = connect(SUPERUSER);
                Statement statement = connection.createStatement()) {
            statement.execute("select 1");
            return Health.READY;
        } catch (SQLException e) {
            return Health.notReady("does not answer yet");
        }
    }

    /** Makes what is missing, and sets again who may enter. */
    void make() throws SQLException {
        try (Connection connection = connect(SUPERUSER)) {
            for (String service : SERVICES) {
                role(connection, owner(service), true);
                role(connection, app(service), false);
                role(connection, relay(service), true);
                database(connection, service);
                execute(connection, "grant connect on database %s to %s, %s", service, app(service), relay(service));
            }
            role(connection, owner(KEYCLOAK), false);
            database(connection, KEYCLOAK);
            execute(connection, "revoke connect on database postgres, template1 from public");
            dropLogUntilABackup(connection);
        }
        for (String service : SERVICES) {
            try (Connection connection = connect(service)) {
                execute(connection, "alter schema public owner to %s", owner(service));
            }
        }
    }

    /** A log that nobody archives would be kept for ever. */
    private static void dropLogUntilABackup(Connection connection) throws SQLException {
        if (exists(connection, "select 1 where current_setting('archive_command') = ?", "")) {
            execute(connection, "alter system set archive_command = '/bin/true'");
            execute(connection, "select pg_reload_conf()");
        }
    }

    private static void role(Connection connection, String role, boolean replicates) throws SQLException {
        if (!exists(connection, "select 1 from pg_roles where rolname = ?", role)) {
            execute(connection, "create role %s", role);
        }
        execute(
                connection,
                "alter role %s login nosuperuser %s password '%s'",
                role,
                replicates ? "replication" : "noreplication",
                role);
    }

    private static void database(Connection connection, String database) throws SQLException {
        if (!exists(connection, "select 1 from pg_database where datname = ?", database)) {
            execute(connection, "create database %s owner %s", database, owner(database));
        }
        execute(connection, "revoke all on database %s from public", database);
    }

    private static boolean exists(Connection connection, String question, String name) throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(question)) {
            statement.setString(1, name);
            try (ResultSet rows = statement.executeQuery()) {
                return rows.next();
            }
        }
    }

    /** The names are constants of this class and plain words: they need no quotes. */
    private static void execute(Connection connection, String sql, Object... names) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql.formatted(names));
        }
    }

    Connection connect(String database) throws SQLException {
        return DriverManager.getConnection(
                url(port, database) + "?connectTimeout=2&socketTimeout=10&ApplicationName=superbill",
                SUPERUSER,
                SUPERUSER);
    }
}
