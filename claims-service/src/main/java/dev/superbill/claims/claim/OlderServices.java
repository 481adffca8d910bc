package dev.superbill.claims.claim;

import dev.superbill.claims.visit.ClaimContent;
import dev.superbill.claims.visit.ClaimLine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What older claims bill for the same patients, providers and days: where duplicates would be. */
@ApplicationScoped
class OlderServices {

    /** Claims in these states bill nothing, or nothing any more. */
    private static final Set<ClaimStatus> BILL_NOTHING =
            Set.of(ClaimStatus.VOIDED, ClaimStatus.REPLACED, ClaimStatus.REJECTED);

    private final EntityManager entities;

    OlderServices(EntityManager entities) {
        this.entities = entities;
    }

    /** What a claim and an older one have in common when one may repeat the other. */
    private record Visit(UUID patientId, UUID providerId, LocalDate serviceDate) {

        static Visit of(Claim claim) {
            return new Visit(claim.patientId(), claim.renderingProviderId(), claim.serviceDate());
        }
    }

    /** Another claim, as far as it matters here. */
    record Other(
            UUID id,
            UUID encounterId,
            UUID patientId,
            UUID providerId,
            LocalDate serviceDate,
            int rank,
            ClaimContent content) {

        static Other of(Claim claim) {
            return new Other(
                    claim.id(),
                    claim.encounterId(),
                    claim.patientId(),
                    claim.renderingProviderId(),
                    claim.serviceDate(),
                    claim.rank(),
                    claim.content());
        }

        Visit visit() {
            return new Visit(patientId, providerId, serviceDate);
        }
    }

    Map<UUID, List<ClaimLine>> of(Collection<Claim> claims) {
        Map<Visit, List<Other>> others = read(claims);
        return claims.stream().collect(Collectors.toMap(Claim::id, claim -> {
            return others.getOrDefault(Visit.of(claim), List.of()).stream()
                    .filter(other -> other.id().compareTo(claim.id()) < 0
                            && !other.encounterId().equals(claim.encounterId())
                            && other.rank() == claim.rank())
                    .flatMap(other -> other.content().lines().stream())
                    .toList();
        }));
    }

    private Map<Visit, List<Other>> read(Collection<Claim> claims) {
        Set<Visit> visits = claims.stream().map(Visit::of).collect(Collectors.toSet());
        Stream<Other> kept = kept(visits).filter(other -> visits.contains(other.visit()));
        // claims that come together may repeat each other, and are not kept yet
        return Stream.concat(kept, claims.stream().map(Other::of)).collect(Collectors.groupingBy(Other::visit));
    }

    private Stream<Other> kept(Set<Visit> visits) {
        return entities.createQuery("""
                        select new dev.superbill.claims.claim.OlderServices$Other(
                          c.id, c.encounterId, c.patientId, c.renderingProviderId, c.serviceDate, c.rank, c.content)
                        from Claim c
                        where c.patientId in :patients and c.serviceDate in :days and c.renderingProviderId in :providers
                          and c.status not in :silent""", Other.class)
                .setParameter("patients", visits.stream().map(Visit::patientId).collect(Collectors.toSet()))
                .setParameter("days", visits.stream().map(Visit::serviceDate).collect(Collectors.toSet()))
                .setParameter(
                        "providers", visits.stream().map(Visit::providerId).collect(Collectors.toSet()))
                .setParameter("silent", BILL_NOTHING)
                .getResultStream();
    }
}
