package dev.superbill.platform.phi;

import dev.superbill.phi.Keyring;
import dev.superbill.phi.Place;
import dev.superbill.phi.PracticeCipher;
import dev.superbill.platform.phi.SealedTable.Form;
import dev.superbill.platform.practice.Practices;
import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.logging.Logger;

/**
 * Seals anew what another key than the active one has sealed: some rows a transaction, so that it may be broken off
 * anywhere and goes on where it was. A row tells by its first bytes which key it is under; nothing else is remembered. With
 * a single key in the ring there is nothing to do.
 */
@ApplicationScoped
public class KeyRotation {

    private static final Logger LOG = Logger.getLogger(KeyRotation.class);

    private final Keyring keyring;
    private final Phi phi;
    private final Practices practices;
    private final AgroalDataSource dataSource;
    private final List<SealedTables> services;
    private final List<SealedTable> tables;
    private final Counter sealedAnew;

    @Inject
    KeyRotation(
            Keyring keyring,
            Phi phi,
            Practices practices,
            AgroalDataSource dataSource,
            @All List<SealedTables> services,
            MeterRegistry meters) {
        this(keyring, phi, practices, dataSource, services, meters.counter("superbill.phi.sealed.anew"));
    }

    private KeyRotation(
            Keyring keyring,
            Phi phi,
            Practices practices,
            AgroalDataSource dataSource,
            List<SealedTables> services,
            Counter sealedAnew) {
        this.keyring = keyring;
        this.phi = phi;
        this.practices = practices;
        this.dataSource = dataSource;
        this.services = services;
        this.tables = Stream.concat(
                        Stream.of(SealedTable.of("idempotency_key", "body", "key")),
                        services.stream().flatMap(service -> service.all().stream()))
                .toList();
        this.sealedAnew = sealedAnew;
    }

    /** The same work with another keyring: by this a service proves that all it keeps can be sealed anew. */
    public KeyRotation under(Keyring other) {
        return new KeyRotation(other, phi.under(other), practices, dataSource, services, sealedAnew);
    }

    /** Looks through all tables; cheap to begin again. */
    @Scheduled(
            every = "${superbill.phi.rotate-every:6h}",
            delayed = "${superbill.phi.rotate-after:1m}",
            identity = "rotate-phi-key",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void rotate() {
        if (keyring.isSingle()) {
            return;
        }
        practices.forEach("rotate-phi-key", this::rotatePracticeAtWork);
    }

    /** Looks through the tables for the practice at work. */
    public void rotatePracticeAtWork() {
        tables.forEach(this::rotate);
        services.forEach(this::rotate);
    }

    private void rotate(SealedTable table) {
        long rows = 0;
        List<Row> group = List.of();
        do {
            List<Row> former = group;
            group = QuarkusTransaction.requiringNew().call(() -> sealAnew(table, former));
            rows += group.size();
            sealedAnew.increment(group.size());
        } while (!group.isEmpty());
        tell(rows, table.table());
    }

    private void rotate(SealedTables service) {
        long rows = 0;
        int done;
        do {
            done = QuarkusTransaction.requiringNew().call(() -> others(service));
            rows += done;
            sealedAnew.increment(done);
        } while (done > 0);
        tell(rows, "other tables");
    }

    private int others(SealedTables service) {
        try (Connection connection = dataSource.getConnection()) {
            return service.sealAnewOthers(connection, phi.cipher(), keyring.active());
        } catch (SQLException e) {
            throw new IllegalStateException("Rows could not be sealed anew", e);
        }
    }

    private void tell(long rows, String table) {
        if (rows > 0) {
            LOG.infof("%d rows of %s are under key %s now", rows, table, keyring.active());
        }
    }

    /** A value on its way from one key to another. */
    private record Row(List<Object> key, byte[] value) {

        String place() {
            return key.stream().map(Object::toString).collect(Collectors.joining("/"));
        }
    }

    /** Seals the group of rows anew that follows a former one in the order of their keys. */
    private List<Row> sealAnew(SealedTable table, List<Row> former) {
        PracticeCipher cipher = phi.cipher();
        try (Connection connection = dataSource.getConnection()) {
            List<Row> rows = underOtherKeys(connection, table, former);
            String value = table.form() == Form.IN_JSON ? "convert_from(?, 'UTF8')::jsonb" : "?";
            try (PreparedStatement update = connection.prepareStatement("update " + table.table() + " set "
                    + table.column() + " = " + value + " where " + conditions(table.keys()))) {
                for (Row row : rows) {
                    update.setBytes(1, sealedAnew(connection, cipher, table, row));
                    set(update, 2, row.key());
                    update.addBatch();
                }
                update.executeBatch();
            }
            return rows;
        } catch (SQLException e) {
            throw new IllegalStateException("Rows of " + table.table() + " could not be sealed anew", e);
        }
    }

    private static byte[] sealedAnew(Connection connection, PracticeCipher cipher, SealedTable table, Row row)
            throws SQLException {
        if (table.form() == Form.IN_JSON) {
            return SealedTexts.sealAnew(cipher, row.value());
        }
        Place place = table.form() == Form.OF_COLUMN
                ? Place.ofColumn(table.table(), table.column())
                : Place.of(table.table(), table.column(), row.place());
        byte[] opened = cipher.open(place, row.value());
        SealedTable.Index index = table.index();
        if (index != null) {
            index.make(connection, cipher, row.place(), opened);
        }
        return cipher.seal(place, opened);
    }

    /** Rows that are not under the active key; those that others hold just now come with the next round. */
    private List<Row> underOtherKeys(Connection connection, SealedTable table, List<Row> former) throws SQLException {
        boolean isJson = table.form() == Form.IN_JSON;
        byte[] prefix = keyring.activePrefix();
        String keys = String.join(", ", table.keys());
        String column = table.column();
        String sql = "select " + (isJson ? "convert_to(" + column + "::text, 'UTF8')" : column) + ", " + keys + " from "
                + table.table() + " where "
                + (isJson
                        ? column + "::text ~ ?"
                        : column + " is not null and substring(" + column + " from 1 for " + prefix.length + ") <> ?")
                + (former.isEmpty() ? "" : " and (" + keys + ") > (" + marks(table.keys()) + ")")
                + " order by " + keys + " limit " + table.limit() + " for update skip locked";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (isJson) {
                select.setString(1, SealedTexts.underOtherKeyThan(keyring.active()));
            } else {
                select.setBytes(1, prefix);
            }
            if (!former.isEmpty()) {
                set(select, 2, former.getLast().key());
            }
            List<Row> rows = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    List<Object> key = new ArrayList<>();
                    for (int i = 0; i < table.keys().size(); i++) {
                        key.add(row.getObject(i + 2));
                    }
                    rows.add(new Row(key, row.getBytes(1)));
                }
            }
            return rows;
        }
    }

    private static void set(PreparedStatement statement, int first, List<Object> key) throws SQLException {
        for (int i = 0; i < key.size(); i++) {
            statement.setObject(first + i, key.get(i));
        }
    }

    private static String marks(List<String> keys) {
        return keys.stream().map(key -> "?").collect(Collectors.joining(", "));
    }

    private static String conditions(List<String> keys) {
        return keys.stream().map(key -> key + " = ?").collect(Collectors.joining(" and "));
    }
}
