package dev.superbill.scheduling.patient;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** The practice's patients. */
@ApplicationScoped
class PatientRepository implements PanacheRepositoryBase<Patient, UUID> {

    /** Patients by their ids, in the order of registration. */
    List<Patient> inOrder(List<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
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
