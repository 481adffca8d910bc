package dev.superbill.payments.patient;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the practice's patients are called. */
@ApplicationScoped
@Transactional
public class PatientNames {

    private static final String STORE = """
            insert into patient (id, version, last_name, first_name) values (?, ?, ?, ?)
            on conflict (practice_id, id) do update set version = excluded.version, last_name = excluded.last_name,
              first_name = excluded.first_name
            where patient.version < excluded.version
            """;

    private final AgroalDataSource dataSource;

    PatientNames(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** Names such as {@code Doe, Jane}; those that are not known (yet) are absent. */
    public Map<UUID, String> byId(Collection<UUID> ids) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select id, last_name || ', ' || first_name from patient where id = any(?)")) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            Map<UUID, String> names = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    names.put(row.getObject(1, UUID.class), row.getString(2));
                }
            }
            return names;
        } catch (SQLException e) {
            throw new IllegalStateException("The patients could not be read", e);
        }
    }

    void store(PatientChanged patient) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(STORE)) {
            upsert.setObject(1, patient.patientId());
            upsert.setLong(2, patient.version());
            upsert.setString(3, patient.lastName());
            upsert.setString(4, patient.firstName());
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The patient could not be stored", e);
        }
    }
}
