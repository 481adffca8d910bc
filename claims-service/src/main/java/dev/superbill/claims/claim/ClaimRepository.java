package dev.superbill.claims.claim;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Timeouts;
import org.jspecify.annotations.Nullable;

/** Claims as kept. */
@ApplicationScoped
class ClaimRepository implements PanacheRepositoryBase<Claim, UUID> {

    /** A page of claims in the order of their making; null means any. */
    List<Claim> page(
            @Nullable ClaimStatus status,
            @Nullable UUID payerId,
            @Nullable UUID patientId,
            @Nullable UUID encounterId,
            UUID after,
            int limit) {
        List<String> conditions = new ArrayList<>(List.of("id > :after"));
        Map<String, Object> parameters = new HashMap<>(Map.of("after", after));
        narrow("status", status, conditions, parameters);
        narrow("payerId", payerId, conditions, parameters);
        narrow("patientId", patientId, conditions, parameters);
        narrow("encounterId", encounterId, conditions, parameters);
        return find(String.join(" and ", conditions) + " order by id", parameters)
                .page(Page.ofSize(limit))
                .list();
    }

    private static void narrow(
            String field, @Nullable Object value, List<String> conditions, Map<String, Object> parameters) {
        if (value != null) {
            conditions.add(field + " = :" + field);
            parameters.put(field, value);
        }
    }

    List<Claim> ofPatientControlNumber(String number) {
        return list("patientControlNumber = ?1 order by rank, id", number);
    }

    List<Claim> ofBatch(UUID batchId) {
        return list("batchId = ?1 order by id", batchId);
    }

    List<Claim> ofEncounter(UUID encounterId) {
        return list("encounterId = ?1 order by id", encounterId);
    }

    List<Claim> ofIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }

    /** Clean claims for a batch, locked until the transaction ends; those that another transaction has are passed over. */
    List<Claim> lockClean(@Nullable Set<UUID> payerIds, int limit) {
        String condition = "status = ?1 and payerId is not null";
        return (payerIds == null
                        ? find(condition + " order by id", ClaimStatus.SCRUBBED)
                        : find(condition + " and payerId in ?2 order by id", ClaimStatus.SCRUBBED, payerIds))
                .page(Page.ofSize(limit))
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .withHint("jakarta.persistence.lock.timeout", Timeouts.SKIP_LOCKED_MILLI)
                .list();
    }

    /** Claims that are locked until the transaction ends, in the order of their ids so that two never wait in a circle. */
    List<Claim> lock(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1 order by id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /** Other claims that bill the patient on that day: where duplicates would be. */
    List<Claim> ofPatientOn(Collection<UUID> patientIds, LocalDate from, LocalDate to) {
        return list(
                "patientId in ?1 and serviceDate between ?2 and ?3 and status not in ?4",
                patientIds,
                from,
                to,
                List.of(ClaimStatus.VOIDED, ClaimStatus.REPLACED));
    }
}
