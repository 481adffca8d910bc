package dev.superbill.payments.practice;

import dev.superbill.kernel.PracticeId;
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
import java.util.ArrayList;
import java.util.List;
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

    private static final String STORE_PAYEE = """
            insert into payee (practice_id, npi, tax_id) select practice_id, npi, regexp_replace(tax_id, '[^0-9]', '', 'g') from practice
            on conflict (practice_id) do update set npi = excluded.npi, tax_id = excluded.tax_id
            """;
    private static final String OWNERS =
            "select practice_id from payee where npi = ? or tax_id = ? order by practice_id";

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

    /**
     * The practices that are known by an NPI or a tax id, whichever practice the current work is for.
     *
     * @param npi empty for none
     * @param taxId digits, empty for none
     */
    public List<PracticeId> owners(String npi, String taxId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(OWNERS)) {
            select.setString(1, npi.isEmpty() ? null : npi);
            select.setString(2, taxId.isEmpty() ? null : taxId);
            List<PracticeId> owners = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    owners.add(new PracticeId(row.getString(1)));
                }
            }
            return owners;
        } catch (SQLException e) {
            throw new IllegalStateException("The owners of a payee could not be read", e);
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
            try (PreparedStatement payee = connection.prepareStatement(STORE_PAYEE)) {
                payee.executeUpdate();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The practice could not be stored", e);
        }
    }
}
