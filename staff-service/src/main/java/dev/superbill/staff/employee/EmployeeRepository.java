package dev.superbill.staff.employee;

import dev.superbill.platform.web.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The practice's employees. */
@ApplicationScoped
class EmployeeRepository implements PanacheRepositoryBase<Employee, UUID> {

    /** In the order of their entry; one more than the page's limit. Null means any. */
    List<Employee> search(
            @Nullable Boolean treatsPatients, @Nullable Boolean active, @Nullable String npi, PageRequest page) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        equal("treatsPatients", treatsPatients, where, parameters);
        equal("active", active, where, parameters);
        equal("npi", npi, where, parameters);
        page.afterId().ifPresent(after -> {
            where.append(" and id > :after");
            parameters.put("after", after);
        });
        return find(where + " order by id", parameters).range(0, page.limit()).list();
    }

    void lock(UUID id) {
        getEntityManager()
                .createNativeQuery("select 1 from employee where id = :id for no key update", Integer.class)
                .setParameter("id", id)
                .getResultList();
    }

    private static void equal(
            String field, @Nullable Object value, StringBuilder where, Map<String, Object> parameters) {
        if (value != null) {
            where.append(" and ").append(field).append(" = :").append(field);
            parameters.put(field, value);
        }
    }
}
