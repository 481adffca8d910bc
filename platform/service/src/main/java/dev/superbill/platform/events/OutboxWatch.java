package dev.superbill.platform.events;

import io.agroal.api.AgroalDataSource;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.UUID;
import java.util.function.ToDoubleFunction;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Watches how far the relay is behind the outbox. The relay tells a position in the log and the rows know only their time,
 * so that positions are noted with the time at which they were passed.
 */
@ApplicationScoped
class OutboxWatch {

    private static final Logger LOG = Logger.getLogger(OutboxWatch.class);
    /** About three hours; a relay that is away for longer is measured by the marks of the table. */
    private static final int MOST_MARKS = 2_000;
    /** Counting on would cost more than it tells. */
    private static final int MOST_COUNTED = 100_000;

    private static final String LOOK = """
            select now(), pg_wal_lsn_diff(pg_current_wal_lsn(), '0/0'), s.slot_name is not null,
              coalesce(s.wal_status, 'lost') <> 'lost', coalesce(s.active, false),
              pg_wal_lsn_diff(s.confirmed_flush_lsn, '0/0'),
              coalesce(pg_wal_lsn_diff(pg_current_wal_lsn(), s.restart_lsn), 0),
              coalesce(a.last_failed_time > coalesce(a.last_archived_time, '-infinity'), false)
            from pg_stat_archiver a left join pg_replication_slots s on s.slot_name = 'outbox_' || current_database()
            """;

    private static final String NOTE = """
            insert into outbox_mark (at, written_bytes, sent_bytes) select ?, ?, ?
            where not exists (select from outbox_mark where at > ?::timestamptz - interval '1 minute')
            on conflict do nothing
            """;

    private static final String PASSED = "select max(at) from outbox_mark where written_bytes <= ?";

    private static final String UNSENT = """
            select count(*), coalesce(extract(epoch from now() - min(written_at)), 0)
            from (select written_at from outbox where id >= ? and written_at >= ? limit %d) unsent
            """.formatted(MOST_COUNTED);

    /** A position of the log and when it was the newest. */
    private record Mark(OffsetDateTime at, long written) {}

    private record Look(
            OffsetDateTime at,
            long written,
            boolean usable,
            boolean connected,
            long sent,
            long retainedBytes,
            boolean archiveFails) {}

    /** What is exported. */
    private record Seen(
            double events,
            double ageSeconds,
            double retained,
            double unsent,
            double usable,
            double connected,
            double archiveFails) {}

    private final AgroalDataSource dataSource;
    private final Deque<Mark> marks = new ArrayDeque<>();
    private volatile Seen seen =
            new Seen(Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    OutboxWatch(AgroalDataSource dataSource, MeterRegistry registry) {
        this.dataSource = dataSource;
        gauge(registry, "superbill.outbox.unsent", null, "Events that the relay has not sent yet", Seen::events);
        gauge(registry, "superbill.outbox.unsent.age", "seconds", "Age of the oldest of them", Seen::ageSeconds);
        gauge(registry, "superbill.relay.slot.retained", "bytes", "Log that the slot keeps on disk", Seen::retained);
        gauge(registry, "superbill.relay.slot.unsent", "bytes", "Log that the relay has not passed yet", Seen::unsent);
        gauge(registry, "superbill.relay.slot.usable", null, "0 when the slot is missing or lost", Seen::usable);
        gauge(registry, "superbill.relay.connected", null, "0 when no relay reads the slot", Seen::connected);
        gauge(registry, "superbill.archive.failing", null, "1 when the log cannot be archived", Seen::archiveFails);
    }

    private void gauge(
            MeterRegistry registry,
            String name,
            @Nullable String unit,
            String description,
            ToDoubleFunction<Seen> value) {
        Gauge.builder(name, () -> value.applyAsDouble(seen))
                .description(description)
                .baseUnit(unit)
                .register(registry);
    }

    @Scheduled(
            every = "{superbill.outbox.watch-every}",
            delayed = "5s",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "watch-outbox")
    void watch() {
        try (Connection connection = dataSource.getConnection()) {
            Look look = look(connection);
            note(connection, look);
            seen = judge(connection, look);
        } catch (SQLException e) {
            LOG.debugf("The relay's slot could not be watched: SQL state %s", e.getSQLState());
        }
    }

    /** Marks are of use as long as the events are kept that they tell the time of. */
    @Scheduled(every = "12h", delayed = "2m", identity = "forget-outbox-marks")
    void forget() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete =
                        connection.prepareStatement("delete from outbox_mark where at < now() - interval '50 days'")) {
            delete.executeUpdate();
        } catch (SQLException e) {
            LOG.warnf("Old marks of the outbox could not be removed: SQL state %s", e.getSQLState());
        }
    }

    private static Look look(Connection connection) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement(LOOK);
                ResultSet row = select.executeQuery()) {
            row.next();
            return new Look(
                    row.getObject(1, OffsetDateTime.class),
                    row.getLong(2),
                    row.getBoolean(3) && row.getBoolean(4),
                    row.getBoolean(5),
                    row.getLong(6),
                    row.getLong(7),
                    row.getBoolean(8));
        }
    }

    private void note(Connection connection, Look look) throws SQLException {
        if (marks.size() < MOST_MARKS) {
            marks.addLast(new Mark(look.at(), look.written()));
        }
        try (PreparedStatement insert = connection.prepareStatement(NOTE)) {
            insert.setObject(1, look.at());
            insert.setLong(2, look.written());
            // of a slot that no relay reads it is not known whether it stands where the former one stood
            insert.setObject(3, look.usable() && look.connected() ? look.sent() : null, Types.BIGINT);
            insert.setObject(4, look.at());
            insert.executeUpdate();
        }
    }

    private Seen judge(Connection connection, Look look) throws SQLException {
        OffsetDateTime since = passed(connection, look.sent());
        try (PreparedStatement select = connection.prepareStatement(UNSENT)) {
            select.setObject(1, lowestId(since));
            select.setObject(2, since);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return new Seen(
                        row.getLong(1),
                        row.getDouble(2),
                        look.retainedBytes(),
                        look.usable() ? look.written() - look.sent() : 0,
                        look.usable() ? 1 : 0,
                        look.connected() ? 1 : 0,
                        look.archiveFails() ? 1 : 0);
            }
        }
    }

    /** When the log was last seen at a position that the relay has passed. */
    private OffsetDateTime passed(Connection connection, long sent) throws SQLException {
        while (marks.size() > 1 && second(marks).written() <= sent) {
            marks.removeFirst();
        }
        if (marks.getFirst().written() <= sent) {
            return marks.getFirst().at();
        }
        try (PreparedStatement select = connection.prepareStatement(PASSED)) {
            select.setLong(1, sent);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                OffsetDateTime at = row.getObject(1, OffsetDateTime.class);
                return at == null ? marks.getFirst().at() : at;
            }
        }
    }

    private static Mark second(Deque<Mark> marks) {
        return marks.stream().skip(1).findFirst().orElseThrow();
    }

    /** The least UUIDv7 of a time: ids begin with the milliseconds at which they were made. */
    private static UUID lowestId(OffsetDateTime time) {
        long millis = time.withOffsetSameInstant(ZoneOffset.UTC).toInstant().toEpochMilli();
        return new UUID(millis << 16, 0);
    }
}
