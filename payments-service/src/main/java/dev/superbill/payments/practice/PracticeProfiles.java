package dev.superbill.payments.practice;

import dev.superbill.platform.time.DefaultTimeZone;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;

/** The practice for which the current work is done. */
@ApplicationScoped
@Transactional
public class PracticeProfiles {

    private static final String STORE = """
            insert into practice (version, name, npi, tax_id, time_zone) values (?, ?, ?, ?, ?)
            on conflict (practice_id) do update set version = excluded.version, name = excluded.name,
              npi = excluded.npi, tax_id = excluded.tax_id, time_zone = excluded.time_zone
            where practice.version < excluded.version
            """;

    private final AgroalDataSource dataSource;
    private final Clock clock;
    private final DefaultTimeZone fallback;

    PracticeProfiles(AgroalDataSource dataSource, Clock clock, DefaultTimeZone fallback) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.fallback = fallback;
    }

    /** The practice, when it has told who it is. */
    public Optional<PracticeProfile> current() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select name, npi, tax_id, time_zone from practice");
                ResultSet row = select.executeQuery()) {
            return row.next()
                    ? Optional.of(new PracticeProfile(
                            row.getString(1), row.getString(2), row.getString(3), ZoneId.of(row.getString(4))))
                    : Optional.empty();
        } catch (SQLException e) {
            throw new IllegalStateException("The practice could not be read", e);
        }
    }

    /** What day it is at the practice: in its zone, or in the default until it has told its own. */
    public LocalDate today() {
        return LocalDate.ofInstant(
                clock.instant(), current().map(PracticeProfile::timeZone).orElseGet(fallback::zone));
    }

    void store(PracticeChanged practice) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(STORE)) {
            upsert.setLong(1, practice.version());
            upsert.setString(2, practice.name());
            upsert.setString(3, practice.npi());
            upsert.setString(4, practice.taxId());
            upsert.setString(5, practice.timeZone().getId());
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The practice could not be stored", e);
        }
    }
}
