package dev.superbill.scheduling.patient;

import dev.superbill.platform.web.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The practice's patients. */
@ApplicationScoped
class PatientRepository implements PanacheRepositoryBase<Patient, UUID> {

    /** In the order of registration; one more than the page's limit. */
    List<Patient> search(@Nullable String name, @Nullable LocalDate birthDate, PageRequest page) {
        StringBuilder where = new StringBuilder("1 = 1");
        Map<String, Object> parameters = new HashMap<>();
        if (name != null && !name.isBlank()) {
            names(name, where, parameters);
        }
        if (birthDate != null) {
            where.append(" and birthDate = :birthDate");
            parameters.put("birthDate", birthDate);
        }
        page.afterId().ifPresent(after -> {
            where.append(" and id > :after");
            parameters.put("after", after);
        });
        return find(where + " order by id", parameters).range(0, page.limit()).list();
    }

    /** {@code riv} finds last and first names that begin so; {@code rivera, an} and {@code ana riv} need both. */
    private static void names(String name, StringBuilder where, Map<String, Object> parameters) {
        String[] parts = name.strip().split("\\s*,\\s*|\\s+", 2);
        parameters.put("one", beginsWith(parts[0]));
        if (parts.length == 1 || parts[1].isBlank()) {
            where.append(" and (lower(lastName) like :one escape '\\' or lower(firstName) like :one escape '\\')");
            return;
        }
        where.append(
                " and (lower(lastName) like :one escape '\\' and lower(firstName) like :two escape '\\' or lower(firstName) like :one escape '\\' and lower(lastName) like :two escape '\\' or lower(lastName) like :whole escape '\\')");
        parameters.put("two", beginsWith(parts[1]));
        parameters.put("whole", beginsWith(name));
    }

    /** A pattern for {@code like} that finds texts which begin with the given one, in lower case. */
    private static String beginsWith(String text) {
        return text.strip()
                        .toLowerCase(Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }

    /** Keeps others from booking for the same patient until the transaction ends. */
    boolean lock(UUID id) {
        return !getEntityManager()
                .createNativeQuery("select 1 from patient where id = :id for no key update", Integer.class)
                .setParameter("id", id)
                .getResultList()
                .isEmpty();
    }
}
