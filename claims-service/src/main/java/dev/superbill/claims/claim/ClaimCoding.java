package dev.superbill.claims.claim;

import dev.superbill.claims.claim.ClaimHistoryEntry.Cause;
import dev.superbill.claims.visit.CodedVisit;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

    /**
     * The primary claims of encounters that are in force, in the order of the portions of their visits; ids by encounter. A
     * claim of frequency 7 stands for the one that it replaces; one of frequency 8 stands for nothing.
     */
    public Map<UUID, List<UUID>> ofEncounters(Collection<UUID> encounterIds) {
        Map<UUID, List<UUID>> ids = new HashMap<>();
        families(encounterIds)
                .forEach(family -> family.inForce(1)
                        .filter(claim -> claim.frequency() != Frequency.VOID)
                        .ifPresent(claim -> ids.computeIfAbsent(claim.encounterId(), id -> new ArrayList<>())
                                .add(claim.id())));
        return ids;
    }

    /** One for each portion of a visit, the first portion first. */
    private List<ClaimFamily> families(Collection<UUID> encounterIds) {
        Map<String, List<Claim>> byNumber = new LinkedHashMap<>();
        if (!encounterIds.isEmpty()) {
            repository
                    .list("encounterId in ?1 and rank = 1 order by id", encounterIds)
                    .forEach(
                            claim -> byNumber.computeIfAbsent(claim.patientControlNumber(), number -> new ArrayList<>())
                                    .add(claim));
        }
        return byNumber.values().stream().map(ClaimFamily::new).toList();
    }

    /**
     * Codes an encounter's claims anew and scrubs them: portions that are new make claims, portions that are gone withdraw
     * theirs. A claim of frequency 7 that is not sent yet takes the correction of the one that it replaces.
     *
     * @throws ProblemException 409 when one of the claims is with the payer or decided: it is replaced, not coded anew
     */
    public List<UUID> recode(VisitToBill bill) {
        List<Claim> claims = lockMendable(bill.encounterId());
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

    /**
     * Withdraws all claims of an encounter that nobody has seen yet.
     *
     * @throws ProblemException 409 when one of the claims is with the payer or decided
     */
    public void withdraw(UUID encounterId) {
        lockMendable(encounterId).forEach(this::withdraw);
    }

    private List<Claim> lockMendable(UUID encounterId) {
        List<UUID> ids = ofEncounters(List.of(encounterId)).getOrDefault(encounterId, List.of());
        List<Claim> claims = new ArrayList<>(repository.lock(ids));
        claims.sort(Comparator.comparingInt(claim -> ids.indexOf(claim.id())));
        claims.stream()
                .filter(claim -> !claim.status().isMendable())
                .findFirst()
                .ifPresent(claim -> {
                    throw ProblemException.conflict(
                            "CLAIM_NOT_MENDABLE",
                            "Claim " + claim.id() + " is " + claim.status()
                                    + ": wait for its rejection, or replace it");
                });
        return claims;
    }

    private void withdraw(Claim claim) {
        if (claim.replacesId() != null) {
            throw ProblemException.conflict(
                    "CLAIM_REPLACES_ANOTHER",
                    "Claim " + claim.id()
                            + " replaces one that the payer has decided and is not withdrawn alone: send it, and void it when it is decided");
        }
        claim.move(ClaimStatus.VOIDED, cause("coded anew without it"));
        telling.changed(List.of(claim));
    }

    private Cause cause(@Nullable String reason) {
        return new Cause(clock.instant(), context.actor(), reason, null);
    }
}
