package dev.superbill.staff.practice;

import dev.superbill.platform.time.DefaultTimeZone;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.ZoneId;

/** The time zone of the practice: what a date and an hour on the wall mean there. */
@ApplicationScoped
public class PracticeZone {

    private static final String STORE = """
            insert into practice (practice_id, version, time_zone) values (current_practice(), ?, ?)
            on conflict (practice_id) do update set version = excluded.version, time_zone = excluded.time_zone
            where practice.version < excluded.version
            """;

    private final AgroalDataSource dataSource;
    private final DefaultTimeZone fallback;

    PracticeZone(AgroalDataSource dataSource, DefaultTimeZone fallback) {
        this.dataSource = dataSource;
        this.fallback = fallback;
    }

    /** The practice's zone, or the default until the practice has told its own. */
    @Transactional
    public ZoneId zone() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select time_zone from practice");
                ResultSet row = select.executeQuery()) {
            return row.next() ? ZoneId.of(row.getString(1)) : fallback.zone();
        } catch (SQLException e) {
            throw new IllegalStateException("The practice could not be read", e);
        }
    }

    void store(PracticeChanged practice) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(STORE)) {
            upsert.setLong(1, practice.version());
            upsert.setString(2, practice.timeZone().getId());
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The practice could not be stored", e);
        }
    }
}
