package dev.superbill.scheduling.provider;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The projection's rows; what is older than a row is passed over. */
@ApplicationScoped
@Transactional
class ProviderTable {

    private static final String STORE_EMPLOYEE = """
            insert into provider (practice_id, id, version, last_name, first_name, treats_patients, active)
            values (current_practice(), ?, ?, ?, ?, ?, ?)
            on conflict (practice_id, id) do update set version = excluded.version, last_name = excluded.last_name,
              first_name = excluded.first_name, treats_patients = excluded.treats_patients, active = excluded.active
            where provider.version < excluded.version
            """;
    private static final String STORE_VERSION = """
            insert into provider_availability (practice_id, provider_id, version) values (current_practice(), ?, ?)
            on conflict (practice_id, provider_id) do update set version = excluded.version
            where provider_availability.version < excluded.version
            """;
    private static final String STORE_ABSENCE = """
            insert into provider_absence (practice_id, provider_id, during, kind)
            values (current_practice(), ?, tstzrange(?, ?), ?)
            """;
    private static final String FIRST_ABSENCE = """
            select lower(during), upper(during), kind from provider_absence
            where provider_id = ? and during && tstzrange(?, ?) order by during limit 1
            """;

    private final AgroalDataSource dataSource;

    ProviderTable(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    void store(EmployeeChanged employee) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(STORE_EMPLOYEE)) {
            upsert.setObject(1, employee.employeeId());
            upsert.setLong(2, employee.version());
            upsert.setString(3, employee.lastName());
            upsert.setString(4, employee.firstName());
            upsert.setBoolean(5, employee.treatsPatients());
            upsert.setBoolean(6, employee.active());
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The provider could not be stored", e);
        }
    }

    void store(AvailabilityChanged availability) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(STORE_VERSION)) {
            upsert.setObject(1, availability.employeeId());
            upsert.setLong(2, availability.version());
            if (upsert.executeUpdate() == 1) {
                replaceAbsences(connection, availability);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The availability could not be stored", e);
        }
    }

    private static void replaceAbsences(Connection connection, AvailabilityChanged availability) throws SQLException {
        try (PreparedStatement delete =
                        connection.prepareStatement("delete from provider_absence where provider_id = ?");
                PreparedStatement insert = connection.prepareStatement(STORE_ABSENCE)) {
            delete.setObject(1, availability.employeeId());
            delete.executeUpdate();
            for (Absence absence : availability.unavailable()) {
                insert.setObject(1, availability.employeeId());
                insert.setObject(2, utc(absence.from()));
                insert.setObject(3, utc(absence.to()));
                insert.setString(4, absence.kind());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    Optional<Provider> find(UUID id) {
        return find("select id, last_name, first_name, treats_patients and active from provider where id = ?", id);
    }

    /** Finds the provider and keeps others from booking the same one until the transaction ends. */
    Optional<Provider> lock(UUID id) {
        return find(
                "select id, last_name, first_name, treats_patients and active from provider where id = ? for no key update",
                id);
    }

    private Optional<Provider> find(String sql, UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? Optional.of(new Provider(
                                row.getObject(1, UUID.class), row.getString(2), row.getString(3), row.getBoolean(4)))
                        : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The provider could not be read", e);
        }
    }

    @Nullable
    Absence firstAbsence(UUID id, Instant from, Instant to) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(FIRST_ABSENCE)) {
            select.setObject(1, id);
            select.setObject(2, utc(from));
            select.setObject(3, utc(to));
            try (ResultSet row = select.executeQuery()) {
                return row.next()
                        ? new Absence(
                                row.getObject(1, OffsetDateTime.class).toInstant(),
                                row.getObject(2, OffsetDateTime.class).toInstant(),
                                row.getString(3))
                        : null;
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The provider's absences could not be read", e);
        }
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
