package dev.superbill.payments.patient;

import dev.superbill.platform.phi.Phi;
import dev.superbill.platform.phi.SealedColumn;
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
            insert into patient (id, version, name) values (?, ?, ?)
            on conflict (practice_id, id) do update set version = excluded.version, name = excluded.name
            where patient.version < excluded.version
            """;

    private final AgroalDataSource dataSource;
    private final SealedColumn<String> names;

    PatientNames(AgroalDataSource dataSource, Phi phi) {
        this.dataSource = dataSource;
        this.names = phi.column("patient", "name", String.class);
    }

    /** Names such as {@code Doe, Jane}; those that are not known (yet) are absent. */
    public Map<UUID, String> byId(Collection<UUID> ids) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select id, name from patient where id = any(?)")) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            Map<UUID, String> found = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID id = row.getObject(1, UUID.class);
                    found.put(id, names.open(id, row.getBytes(2)));
                }
            }
            return found;
        } catch (SQLException e) {
            throw new IllegalStateException("The patients could not be read", e);
        }
    }

    void store(PatientChanged patient) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(STORE)) {
            upsert.setObject(1, patient.patientId());
            upsert.setLong(2, patient.version());
            upsert.setBytes(3, names.seal(patient.patientId(), patient.lastName() + ", " + patient.firstName()));
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The patient could not be stored", e);
        }
    }
}
