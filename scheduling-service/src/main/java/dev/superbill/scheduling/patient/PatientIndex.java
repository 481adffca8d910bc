package dev.superbill.scheduling.patient;

import dev.superbill.phi.PracticeCipher;
import dev.superbill.platform.phi.Phi;
import dev.superbill.platform.phi.SealedColumn;
import dev.superbill.platform.phi.SealedTable;
import dev.superbill.platform.phi.SealedTables;
import dev.superbill.platform.web.PageRequest;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Finds patients whose names and birth dates are sealed: by blind indexes of the birth date and of every beginning of the
 * last and first name. In the running transaction.
 */
@ApplicationScoped
class PatientIndex implements SealedTables {

    private static final String LAST = "last-name";
    private static final String FIRST = "first-name";
    private static final String BIRTH = "birth-date";
    private static final String AMONG = "id in (select patient_id from patient_token where token = any(?))";

    private final AgroalDataSource dataSource;
    private final Phi phi;
    private final SealedColumn<PatientDetails> seal;

    PatientIndex(AgroalDataSource dataSource, Phi phi) {
        this.dataSource = dataSource;
        this.phi = phi;
        this.seal = phi.column("patient", "details", PatientDetails.class);
    }

    /** Keeps what a patient is found by, in place of what was kept before. */
    void keep(UUID id, PatientDetails details) {
        try (Connection connection = dataSource.getConnection()) {
            keep(connection, phi.cipher(), id, details);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    @Override
    public List<SealedTable> all() {
        return List.of(SealedTable.of("patient", "details", "id")
                .with((connection, cipher, row, opened) ->
                        keep(connection, cipher, UUID.fromString(row), seal.read(opened))));
    }

    private static void keep(Connection connection, PracticeCipher cipher, UUID id, PatientDetails details)
            throws SQLException {
        List<byte[]> tokens = new ArrayList<>(cipher.beginnings(LAST, details.lastName()));
        tokens.addAll(cipher.beginnings(FIRST, details.firstName()));
        tokens.add(cipher.index(BIRTH, details.birthDate().toString()));
        try (PreparedStatement delete = connection.prepareStatement("delete from patient_token where patient_id = ?");
                PreparedStatement insert = connection.prepareStatement(
                        "insert into patient_token (token, patient_id) select unnest(?::bytea[]), ?")) {
            delete.setObject(1, id);
            delete.executeUpdate();
            insert.setArray(1, connection.createArrayOf("bytea", tokens.toArray(byte[][]::new)));
            insert.setObject(2, id);
            insert.executeUpdate();
        }
    }

    /** The ids of patients in the order of registration; one more than the page's limit. */
    List<UUID> find(@Nullable String name, @Nullable LocalDate birthDate, PageRequest page) {
        Search search = new Search(phi.cipher());
        if (name != null && !name.isBlank()) {
            names(name, search);
        }
        if (birthDate != null) {
            search.and(AMONG, List.of(search.tokens(BIRTH, birthDate.toString())));
        }
        UUID after = page.afterId().orElse(new UUID(0, 0));
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id from patient where id > ?" + search.where + " order by id limit ?")) {
            int index = 1;
            select.setObject(index++, after);
            for (List<byte[]> tokens : search.parameters) {
                select.setArray(index++, connection.createArrayOf("bytea", tokens.toArray(byte[][]::new)));
            }
            select.setInt(index, page.limit() + 1);
            List<UUID> found = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    found.add(row.getObject(1, UUID.class));
                }
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** {@code riv} finds last and first names that begin so; {@code rivera, an} and {@code ana riv} need both. */
    private static void names(String name, Search search) {
        String[] parts = name.strip().split("\\s*,\\s*|\\s+", 2);
        List<byte[]> oneLast = search.tokens(LAST, parts[0]);
        List<byte[]> oneFirst = search.tokens(FIRST, parts[0]);
        if (parts.length == 1 || parts[1].isBlank()) {
            search.and("(" + AMONG + " or " + AMONG + ")", List.of(oneLast, oneFirst));
            return;
        }
        search.and(
                "(" + AMONG + " and " + AMONG + " or " + AMONG + " and " + AMONG + " or " + AMONG + ")",
                List.of(
                        oneLast,
                        search.tokens(FIRST, parts[1]),
                        oneFirst,
                        search.tokens(LAST, parts[1]),
                        search.tokens(LAST, name)));
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The index of patients could not be used", e);
    }

    /** Conditions and their values. */
    private static final class Search {

        private final PracticeCipher cipher;
        private final StringBuilder where = new StringBuilder();
        private final List<List<byte[]>> parameters = new ArrayList<>();

        Search(PracticeCipher cipher) {
            this.cipher = cipher;
        }

        List<byte[]> tokens(String kind, String text) {
            return cipher.indexes(kind, text);
        }

        void and(String condition, List<List<byte[]>> values) {
            where.append(" and ").append(condition);
            parameters.addAll(values);
        }
    }
}
