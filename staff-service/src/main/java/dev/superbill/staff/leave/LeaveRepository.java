package dev.superbill.staff.leave;

import dev.superbill.platform.web.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The practice's leaves. */
@ApplicationScoped
class LeaveRepository implements PanacheRepositoryBase<Leave, UUID> {

    /** In the order of their entry; one more than the page's limit. Null means any. */
    List<Leave> search(
            @Nullable UUID employee, @Nullable LocalDate date, @Nullable LeaveStatus status, PageRequest page) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (employee != null) {
            where.append(" and employeeId = :employee");
            parameters.put("employee", employee);
        }
        if (date != null) {
            where.append(" and firstDay <= :date and lastDay >= :date");
            parameters.put("date", date);
        }
        if (status != null) {
            where.append(" and status = :status");
            parameters.put("status", status);
        }
        page.afterId().ifPresent(after -> {
            where.append(" and id > :after");
            parameters.put("after", after);
        });
        return find(where + " order by id", parameters).range(0, page.limit()).list();
    }

    List<Leave> approved(UUID employeeId, Instant after) {
        return list("employeeId = ?1 and endsAt > ?2 and status = ?3", employeeId, after, LeaveStatus.APPROVED);
    }
}
