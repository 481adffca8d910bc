package dev.superbill.scheduling.appointment;

import dev.superbill.platform.web.Cursor;
import dev.superbill.platform.web.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.UUID;

/** The practice's appointments. */
@ApplicationScoped
class AppointmentRepository implements PanacheRepositoryBase<Appointment, UUID> {

    /** In the order of their starts; one more than the page's limit. */
    List<Appointment> search(AppointmentSearch search, ZoneId zone, PageRequest page) {
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
        page.after().ifPresent(position -> after(position, where, parameters));
        return find(where + " order by startsAt, id", parameters)
                .range(0, page.limit())
                .list();
    }

    /** The first lane, of as many as the template allows, in which the time is free. */
    OptionalInt freeLane(Booking booking, int capacity) {
        Integer lane = getSession()
                .createNativeQuery("""
                        select min(lanes.lane) from generate_series(0, :last) as lanes(lane)
                        where not exists (
                          select 1 from appointment a
                          where a.provider_id = :provider and a.lane = lanes.lane
                            and a.status not in ('CANCELLED', 'NO_SHOW')
                            and tstzrange(a.starts_at, a.ends_at) && tstzrange(:start, :end))
                        """, Integer.class)
                .setParameter("last", capacity - 1)
                .setParameter("provider", booking.providerId())
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
            parameters.put("start", Instant.parse(parts[0]));
            parameters.put("after", UUID.fromString(parts[parts.length - 1]));
        } catch (DateTimeException | IllegalArgumentException e) {
            throw Cursor.invalid();
        }
        where.append(" and (startsAt > :start or startsAt = :start and id > :after)");
    }
}
