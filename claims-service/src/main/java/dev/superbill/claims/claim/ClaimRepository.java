package dev.superbill.claims.claim;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.hibernate.Session;
import org.hibernate.query.NativeQuery;
import org.jspecify.annotations.Nullable;

/** Claims as kept. */
@ApplicationScoped
class ClaimRepository implements PanacheRepositoryBase<Claim, UUID> {

    private static final Set<ClaimStatus> SETTLED_OR_OVER =
            Set.of(ClaimStatus.CLOSED, ClaimStatus.REPLACED, ClaimStatus.VOIDED);

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

    List<Claim> ofEncounter(UUID encounterId) {
        return list("encounterId = ?1 order by id", encounterId);
    }

    List<Claim> ofIds(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : list("id in ?1 order by id", ids);
    }

    /**
     * Clean claims for a batch, locked until the transaction ends, in the order of their ids so that two never wait in a
     * circle. One that another transaction has locked is waited for: a claim that is clean is not left behind because
     * something is told of it at the moment. Who waited sees the claim as the other has left it, so that two batches never
     * share one.
     */
    List<CleanClaim> lockClean(@Nullable UUID payerId, Set<UUID> exceptPayerIds, int limit) {
        String condition = (payerId == null ? "" : " and payer_id = :payer")
                + (exceptPayerIds.isEmpty() ? "" : " and payer_id not in (:except)");
        NativeQuery<Object[]> query =
                getEntityManager().unwrap(Session.class).createNativeQuery("""
                    select id, payer_id, patient_id, coverage_id, patient_control_number from claim
                    where status = 'SCRUBBED' and payer_id is not null and coverage_id is not null %s
                    order by id limit :most for update\
                    """.formatted(condition), Object[].class);
        query.setParameter("most", limit);
        if (payerId != null) {
            query.setParameter("payer", payerId);
        }
        if (!exceptPayerIds.isEmpty()) {
            query.setParameterList("except", exceptPayerIds);
        }
        return query.getResultList().stream()
                .map(row -> new CleanClaim((UUID) row[0], (UUID) row[1], (UUID) row[2], (UUID) row[3], (String) row[4]))
                .toList();
    }

    /** What others see of claims, in the order of their ids, without the claims themselves: there may be thousands. */
    List<ClaimSummary> summaries(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : getEntityManager()
                        .createQuery("""
                            select new dev.superbill.claims.claim.ClaimSummary(
                              c.id, c.encounterId, c.patientId, c.patientControlNumber, c.payerControlNumber, c.payerId, c.rank,
                              c.frequency, c.status, c.serviceDate, c.chargeCents, c.batchId)
                            from Claim c where c.id in :ids order by c.id\
                            """, ClaimSummary.class)
                        .setParameter("ids", ids)
                        .getResultList();
    }

    /** Writes what has changed and forgets it, so that thousands of claims do not stay in memory. */
    void forget() {
        flush();
        getEntityManager().clear();
    }

    List<UUID> idsOfBatch(UUID batchId) {
        return getEntityManager()
                .createQuery("select id from Claim where batchId = ?1 order by id", UUID.class)
                .setParameter(1, batchId)
                .getResultList();
    }

    /** Claims that are locked until the transaction ends, in the order of their ids so that two never wait in a circle. */
    List<Claim> lock(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : find("id in ?1 order by id", ids)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list();
    }

    /** A claim and all others with its patient control number, locked like {@link #lock}. */
    ClaimFamily lockFamily(UUID id) {
        return new ClaimFamily(
                find("patientControlNumber = (select patientControlNumber from Claim where id = ?1) order by id", id)
                        .withLock(LockModeType.PESSIMISTIC_WRITE)
                        .list());
    }

    /**
     * The families of a patient's claims that are neither settled nor over, locked like {@link #lock}: a decision that is
     * being taken over at the moment is waited for.
     */
    List<ClaimFamily> lockOpenFamilies(UUID patientId) {
        List<Claim> claims = find("""
                patientControlNumber in (select patientControlNumber from Claim
                  where patientId = ?1 and status not in ?2) order by id\
                """, patientId, SETTLED_OR_OVER)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
        return claims.stream()
                .collect(groupingBy(Claim::patientControlNumber, LinkedHashMap::new, toList()))
                .values()
                .stream()
                .map(ClaimFamily::new)
                .toList();
    }

    /** Ids of claims that may still be mended by what they stand among, the oldest first. */
    List<UUID> idsToReconsider(String field, Object value, Collection<ClaimStatus> statuses) {
        return getEntityManager()
                .createQuery("select id from Claim where " + field + " = ?1 and status in ?2 order by id", UUID.class)
                .setParameter(1, value)
                .setParameter(2, statuses)
                .getResultList();
    }

    /** Ids of all held claims. */
    List<UUID> idsOfHeld() {
        return getEntityManager()
                .createQuery("select id from Claim where status = ?1 order by id", UUID.class)
                .setParameter(1, ClaimStatus.HELD)
                .getResultList();
    }

    /** Ids of held claims without a coverage that were made after an instant. */
    List<UUID> idsOfUncovered(Instant after) {
        return getEntityManager()
                .createQuery(
                        "select id from Claim where status = ?1 and coverageId is null and createdAt > ?2 order by id",
                        UUID.class)
                .setParameter(1, ClaimStatus.HELD)
                .setParameter(2, after)
                .getResultList();
    }
}
