package dev.superbill.staff.availability;

import dev.superbill.platform.events.Outbox;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Tells others when employees are away and when they work. */
@ApplicationScoped
public class Availability {

    private static final Duration PAST_THAT_IS_TOLD = Duration.ofDays(31);
    private static final String NEXT_VERSION = """
            insert into availability (practice_id, employee_id, version) values (current_practice(), ?, 0)
            on conflict (practice_id, employee_id) do update set version = availability.version + 1
            returning version
            """;

    private final Instance<TimeSource> sources;
    private final AgroalDataSource dataSource;
    private final Outbox outbox;
    private final Clock clock;

    Availability(@Any Instance<TimeSource> sources, AgroalDataSource dataSource, Outbox outbox, Clock clock) {
        this.sources = sources;
        this.dataSource = dataSource;
        this.outbox = outbox;
        this.clock = clock;
    }

    /**
     * Tells all of an employee's absences and shifts, in the transaction that has changed one of them. Tellings of one
     * employee queue up at the version's row, so that the last one knows what the others have changed.
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void tell(UUID employeeId) {
        long version = nextVersion(employeeId);
        Instant after = clock.instant().minus(PAST_THAT_IS_TOLD);
        List<Absence> absences = sources.stream()
                .flatMap(source -> source.absences(employeeId, after).stream())
                .sorted(Comparator.comparing(Absence::from))
                .toList();
        List<Presence> presences = sources.stream()
                .flatMap(source -> source.presences(employeeId, after).stream())
                .sorted(Comparator.comparing(Presence::start))
                .toList();
        outbox.publish(new AvailabilityChanged(employeeId, version, absences, presences).outboxEvent());
    }

    private long nextVersion(UUID employeeId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(NEXT_VERSION)) {
            upsert.setObject(1, employeeId);
            try (ResultSet row = upsert.executeQuery()) {
                row.next();
                return row.getLong(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The availability's version could not be raised", e);
        }
    }
}
