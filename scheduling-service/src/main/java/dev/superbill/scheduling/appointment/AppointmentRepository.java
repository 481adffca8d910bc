package dev.superbill.scheduling.appointment;

import dev.superbill.platform.web.Cursor;
import dev.superbill.platform.web.Dates;
import dev.superbill.platform.web.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The practice's appointments. */
@ApplicationScoped
class AppointmentRepository implements PanacheRepositoryBase<Appointment, UUID> {

    private static final UUID NONE = new UUID(0, 0);
    private static final String AWAY = """
            select a.id from appointment a
            where a.status in ('BOOKED', 'CONFIRMED') and a.ends_at > :now %s
              and exists (select 1 from provider_absence absence
                          where absence.provider_id = a.provider_id
                            and absence.during && tstzrange(a.starts_at, a.ends_at))
            """;

    /** Those that are still to come and whose provider is away at their time. */
    Set<UUID> providerAway(Instant now) {
        return Set.copyOf(getSession()
                .createNativeQuery(AWAY.formatted(""), UUID.class)
                .setParameter("now", now)
                .getResultList());
    }

    /** Which of some are still to come and have a provider who is away at their time. */
    Set<UUID> providerAway(Instant now, Collection<Appointment> some) {
        return some.isEmpty()
                ? Set.of()
                : Set.copyOf(getSession()
                        .createNativeQuery(AWAY.formatted("and a.id in (:some)"), UUID.class)
                        .setParameter("now", now)
                        .setParameter("some", some.stream().map(Appointment::id).toList())
                        .getResultList());
    }

    /** In the order of their starts; one more than the page's limit. */
    List<Appointment> search(AppointmentSearch search, ZoneId zone, Instant now, PageRequest page) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (search.date != null) {
            where.append(" and startsAt >= :from and startsAt < :to");
            parameters.put("from", search.date.atStartOfDay(zone).toInstant());
            parameters.put("to", search.date.plusDays(1).atStartOfDay(zone).toInstant());
        }
        if (search.provider != null) {
            where.append(" and providerId = :provider");
            parameters.put("provider", search.provider);
        }
        if (search.patient != null) {
            where.append(" and patientId = :patient");
            parameters.put("patient", search.patient);
        }
        if (search.status != null) {
            where.append(" and status = :status");
            parameters.put("status", search.status);
        }
        if (search.providerAway) {
            where.append(" and id in :away");
            parameters.put("away", providerAway(now));
        }
        page.after().ifPresent(position -> after(position, where, parameters));
        return find(where + " order by startsAt, id", parameters)
                .range(0, page.limit())
                .list();
    }

    /**
     * The first lane, of as many as the template allows, in which the time is free.
     *
     * @param moved the appointment that is moved there, whose own time counts as free
     */
    OptionalInt freeLane(Booking booking, int capacity, @Nullable UUID moved) {
        Integer lane = getSession()
                .createNativeQuery("""
                        select min(lanes.lane) from generate_series(0, :last) as lanes(lane)
                        where not exists (
                          select 1 from appointment a
                          where a.provider_id = :provider and a.lane = lanes.lane
                            and a.status not in ('CANCELLED', 'NO_SHOW')
                            and a.id <> :moved
                            and tstzrange(a.starts_at, a.ends_at) && tstzrange(:start, :end))
                        """, Integer.class)
                .setParameter("last", capacity - 1)
                .setParameter("provider", booking.providerId())
                .setParameter("moved", Objects.requireNonNullElse(moved, NONE))
                .setParameter("start", booking.start())
                .setParameter("end", booking.end())
                .getSingleResultOrNull();
        return lane == null ? OptionalInt.empty() : OptionalInt.of(lane);
    }

    static String position(AppointmentView appointment) {
        return appointment.start() + "|" + appointment.id();
    }

    private static void after(String position, StringBuilder where, Map<String, Object> parameters) {
        String[] parts = position.split("\\|", 2);
        try {
            parameters.put("start", Dates.parseInstant(parts[0]));
            parameters.put("after", UUID.fromString(parts[parts.length - 1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.invalid();
        }
        where.append(" and (startsAt > :start or startsAt = :start and id > :after)");
    }
}
