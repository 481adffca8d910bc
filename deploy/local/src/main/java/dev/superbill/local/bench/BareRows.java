package dev.superbill.local.bench;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * The least that a piece of work could cost: the rows that it has left in its database, of all tables, written once more by
 * JDBC batches on one connection of the same server, into tables with the same columns, keys and indexes, but without
 * triggers, foreign keys and row-level security. Events in the outbox and the inbox are among them.
 */
final class BareRows {

    /**
     * What it cost.
     *
     * @param rows that were written
     */
    record Cost(long rows, double seconds) {}

    private static final int BATCH = 1_000;
    private static final String SCHEMA = "bench";

    private final Machine machine;
    private final String database;
    private final String practice;
    private final long transaction;

    private BareRows(Machine machine, String database, String practice, long transaction) {
        this.machine = machine;
        this.database = database;
        this.practice = practice;
        this.transaction = transaction;
    }

    /** Begins to watch a database: what is written from now on counts. */
    static BareRows from(Machine machine, String database, String practice) throws SQLException {
        try (Connection connection = machine.database(database);
                Statement statement = connection.createStatement();
                ResultSet number = statement.executeQuery("select pg_current_xact_id()::xid::text::bigint")) {
            number.next();
            return new BareRows(machine, database, practice, number.getLong(1));
        }
    }

    /** Writes the practice's rows again that were written or changed since then. */
    Cost again() throws SQLException {
        try (Connection from = machine.database(database);
                Connection to = machine.database(database)) {
            from.setAutoCommit(false);
            to.setAutoCommit(false);
            execute(to, "drop schema if exists " + SCHEMA + " cascade");
            execute(to, "create schema " + SCHEMA);
            to.commit();
            long rows = 0;
            long nanos = 0;
            try {
                for (String table : tables(from)) {
                    execute(to, "create table %s.%s (like public.%2$s including all)".formatted(SCHEMA, table));
                    to.commit();
                    String columns = columns(from, table);
                    try (PreparedStatement select = from.prepareStatement("select " + columns + " from public." + table
                            + " where practice_id = ? and xmin::text::bigint >= ?")) {
                        select.setFetchSize(BATCH);
                        select.setString(1, practice);
                        select.setLong(2, transaction);
                        try (ResultSet source = select.executeQuery()) {
                            Copy copy = new Copy(source, to, table, columns);
                            copy.run();
                            rows += copy.rows;
                            nanos += copy.nanos;
                        }
                    }
                }
            } finally {
                to.rollback();
                execute(to, "drop schema " + SCHEMA + " cascade");
                to.commit();
            }
            return new Cost(rows, nanos / 1e9);
        }
    }

    /** Writes the rows of one table; reading them does not count. */
    private static final class Copy {

        private final ResultSet source;
        private final Connection to;
        private final String sql;
        private final int columns;
        private long rows;
        private long nanos;

        Copy(ResultSet source, Connection to, String table, String names) throws SQLException {
            this.source = source;
            this.to = to;
            this.columns = source.getMetaData().getColumnCount();
            this.sql = "insert into %s.%s (%s) overriding system value values (%s)"
                    .formatted(SCHEMA, table, names, String.join(", ", Collections.nCopies(columns, "?")));
        }

        void run() throws SQLException {
            try (PreparedStatement insert = to.prepareStatement(sql)) {
                List<Object[]> batch = new ArrayList<>(BATCH);
                while (source.next()) {
                    Object[] row = new Object[columns];
                    for (int column = 0; column < columns; column++) {
                        row[column] = source.getObject(column + 1);
                    }
                    batch.add(row);
                    if (batch.size() == BATCH) {
                        write(insert, batch);
                    }
                }
                write(insert, batch);
            }
        }

        private void write(PreparedStatement insert, List<Object[]> batch) throws SQLException {
            if (batch.isEmpty()) {
                return;
            }
            long start = System.nanoTime();
            for (Object[] row : batch) {
                for (int column : IntStream.range(0, columns).toArray()) {
                    insert.setObject(column + 1, row[column]);
                }
                insert.addBatch();
            }
            insert.executeBatch();
            to.commit();
            nanos += System.nanoTime() - start;
            rows += batch.size();
            batch.clear();
        }
    }

    /** The columns that can be written; the database fills in the generated ones. */
    private static String columns(Connection connection, String table) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select string_agg(quote_ident(attname), ', ' order by attnum) from pg_attribute
                where attrelid = ('public.' || ?)::regclass and attnum > 0 and not attisdropped and attgenerated = ''
                """)) {
            select.setString(1, table);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }

    /** Tables with rows of practices; a partitioned one counts as a whole. */
    private static List<String> tables(Connection connection) throws SQLException {
        List<String> names = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet tables = statement.executeQuery("""
                    select c.relname from pg_class c
                    join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
                    join pg_attribute a on a.attrelid = c.oid and a.attname = 'practice_id' and not a.attisdropped
                    where c.relkind in ('r', 'p') and not c.relispartition
                    order by c.relname
                    """)) {
            while (tables.next()) {
                names.add(tables.getString(1));
            }
        }
        return names;
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Removes a practice with all its rows from a database, past the triggers that keep the books append-only. */
    static void remove(Machine machine, String database, String practicePrefix) throws SQLException {
        try (Connection connection = machine.database(database)) {
            connection.setAutoCommit(false);
            execute(connection, "set local session_replication_role = replica");
            for (String table : tables(connection)) {
                try (PreparedStatement delete =
                        connection.prepareStatement("delete from public." + table + " where practice_id like ?")) {
                    delete.setString(1, practicePrefix + "%");
                    delete.executeUpdate();
                }
            }
            connection.commit();
        }
    }
}
