package dev.superbill.staff.shift;

import dev.superbill.platform.web.Cursor;
import dev.superbill.platform.web.Dates;
import dev.superbill.platform.web.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The practice's shifts. */
@ApplicationScoped
class ShiftRepository implements PanacheRepositoryBase<Shift, UUID> {

    /** In the order of their starts; one more than the page's limit. A date finds all shifts that touch it. */
    List<Shift> search(@Nullable UUID employee, @Nullable LocalDate date, ZoneId zone, PageRequest page) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (employee != null) {
            where.append(" and employeeId = :employee");
            parameters.put("employee", employee);
        }
        if (date != null) {
            where.append(" and startsAt < :to and endsAt > :from");
            parameters.put("from", date.atStartOfDay(zone).toInstant());
            parameters.put("to", date.plusDays(1).atStartOfDay(zone).toInstant());
        }
        page.after().ifPresent(position -> after(position, where, parameters));
        return find(where + " order by startsAt, id", parameters)
                .range(0, page.limit())
                .list();
    }

    static String position(ShiftView shift) {
        return shift.start() + "|" + shift.id();
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
