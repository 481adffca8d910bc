package dev.superbill.staff.credential;

import dev.superbill.platform.web.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The practice's credentials. */
@ApplicationScoped
class CredentialRepository implements PanacheRepositoryBase<Credential, UUID> {

    /** In the order of their entry; one more than the page's limit. Null means any. */
    List<Credential> search(@Nullable UUID employee, @Nullable LocalDate expiringBefore, PageRequest page) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (employee != null) {
            where.append(" and employeeId = :employee");
            parameters.put("employee", employee);
        }
        if (expiringBefore != null) {
            where.append(" and validTo < :expiringBefore");
            parameters.put("expiringBefore", expiringBefore);
        }
        page.afterId().ifPresent(after -> {
            where.append(" and id > :after");
            parameters.put("after", after);
        });
        return find(where + " order by id", parameters).range(0, page.limit()).list();
    }
}
