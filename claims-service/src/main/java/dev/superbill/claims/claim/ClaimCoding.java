package dev.superbill.claims.claim;

import dev.superbill.claims.claim.ClaimHistoryEntry.Cause;
import dev.superbill.claims.visit.CodedVisit;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The face of the feature for those who code: visits become claims. Runs in the caller's transaction. */
@ApplicationScoped
public class ClaimCoding {

    private final ClaimRepository repository;
    private final ClaimScrubbing scrubbing;
    private final ClaimTelling telling;
    private final PracticeContext context;
    private final Clock clock;

    ClaimCoding(
            ClaimRepository repository,
            ClaimScrubbing scrubbing,
            ClaimTelling telling,
            PracticeContext context,
            Clock clock) {
        this.repository = repository;
        this.scrubbing = scrubbing;
        this.telling = telling;
        this.context = context;
        this.clock = clock;
    }

    /** Makes the primary claims of visits, one for each portion of 50 lines, and scrubs them; ids by encounter. */
    public Map<UUID, List<UUID>> bill(Collection<VisitToBill> bills) {
        List<Claim> claims = new ArrayList<>();
        for (VisitToBill bill : bills) {
            bill.visit().portions().forEach(portion -> claims.add(new Claim(bill, portion, cause(null))));
        }
        scrubbing.begin(claims);
        return claims.stream()
                .collect(Collectors.groupingBy(Claim::encounterId, Collectors.mapping(Claim::id, Collectors.toList())));
    }

    /** The primary claims of encounters that were not withdrawn; ids by encounter. */
    public Map<UUID, List<UUID>> ofEncounters(Collection<UUID> encounterIds) {
        return encounterIds.isEmpty()
                ? Map.of()
                : repository
                        .list(
                                "encounterId in ?1 and rank = 1 and replacesId is null and status <> ?2 order by id",
                                encounterIds,
                                ClaimStatus.VOIDED)
                        .stream()
                        .collect(Collectors.groupingBy(
                                Claim::encounterId, Collectors.mapping(Claim::id, Collectors.toList())));
    }

    /**
     * Codes an encounter's claims anew and scrubs them: portions that are new make claims, portions that are gone withdraw
     * theirs.
     *
     * @throws ProblemException 409 when one of the claims is with the payer or decided: it is replaced, not coded anew
     */
    public List<UUID> recode(VisitToBill bill) {
        List<Claim> claims = new ArrayList<>(
                repository.lock(ofEncounters(List.of(bill.encounterId())).getOrDefault(bill.encounterId(), List.of())));
        claims.stream()
                .filter(claim -> !claim.status().isMendable())
                .findFirst()
                .ifPresent(claim -> {
                    throw ProblemException.conflict(
                            "CLAIM_NOT_MENDABLE",
                            "Claim " + claim.id() + " is " + claim.status()
                                    + ": wait for its rejection, or replace it");
                });
        List<CodedVisit> portions = bill.visit().portions();
        while (claims.size() > portions.size()) {
            withdraw(claims.removeLast());
        }
        for (int i = 0; i < portions.size(); i++) {
            if (i < claims.size()) {
                claims.get(i).recode(portions.get(i));
            } else {
                Claim claim = new Claim(bill, portions.get(i), cause("coded anew"));
                repository.persist(claim);
                claims.add(claim);
            }
        }
        scrubbing.scrub(claims, "coded anew");
        return claims.stream().map(Claim::id).toList();
    }

    /** Withdraws all claims of an encounter that nobody has seen yet. */
    public void withdraw(UUID encounterId) {
        repository
                .lock(ofEncounters(List.of(encounterId)).getOrDefault(encounterId, List.of()))
                .forEach(this::withdraw);
    }

    private void withdraw(Claim claim) {
        claim.move(ClaimStatus.VOIDED, cause("coded anew without it"));
        telling.changed(List.of(claim));
    }

    private Cause cause(@Nullable String reason) {
        return new Cause(clock.instant(), context.actor(), reason, null);
    }
}
