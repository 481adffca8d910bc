package dev.superbill.scheduling.coverage;

import dev.superbill.platform.web.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The practice's coverages. */
@ApplicationScoped
class CoverageRepository implements PanacheRepositoryBase<Coverage, UUID> {

    /** A patient's, in the order of entry; one more than the page's limit. */
    List<Coverage> of(UUID patientId, @Nullable LocalDate on, PageRequest page) {
        StringBuilder where = new StringBuilder("patientId = :patient");
        Map<String, Object> parameters = new HashMap<>();
        parameters.put("patient", patientId);
        if (on != null) {
            where.append(" and effectiveFrom <= :on and (effectiveTo is null or effectiveTo >= :on)");
            parameters.put("on", on);
        }
        page.afterId().ifPresent(after -> {
            where.append(" and id > :after");
            parameters.put("after", after);
        });
        return find(where + " order by id", parameters).range(0, page.limit()).list();
    }
}
