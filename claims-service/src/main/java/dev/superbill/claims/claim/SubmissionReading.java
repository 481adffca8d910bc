package dev.superbill.claims.claim;

import static java.util.stream.Collectors.collectingAndThen;
import static java.util.stream.Collectors.groupingBy;

import dev.superbill.claims.claim.ClaimForSubmission.OtherPayer;
import dev.superbill.claims.claim.ClaimSurroundings.Around;
import dev.superbill.claims.coverage.Coverage;
import dev.superbill.claims.coverage.Patient;
import dev.superbill.claims.payer.Payer;
import dev.superbill.claims.practice.BillingProvider;
import dev.superbill.claims.provider.Provider;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/** Puts together what an 837P says of claims. */
@ApplicationScoped
class SubmissionReading {

    private final ClaimRepository repository;
    private final ClaimSurroundings surroundings;

    SubmissionReading(ClaimRepository repository, ClaimSurroundings surroundings) {
        this.repository = repository;
        this.surroundings = surroundings;
    }

    List<ClaimForSubmission> of(Collection<UUID> ids) {
        List<Claim> claims = repository.ofIds(ids);
        if (claims.isEmpty()) {
            return List.of();
        }
        Around around = surroundings.of(claims);
        Map<String, ClaimFamily> families = families(claims);
        return claims.stream()
                .map(claim -> of(claim, around, families.getOrDefault(claim.patientControlNumber(), ClaimFamily.NONE)))
                .toList();
    }

    /** With the claims to earlier payers; asked for only where a claim has any. */
    private Map<String, ClaimFamily> families(List<Claim> claims) {
        var numbers = claims.stream()
                .filter(claim -> claim.rank() > 1)
                .map(Claim::patientControlNumber)
                .collect(Collectors.toSet());
        return numbers.isEmpty()
                ? Map.of()
                : repository.list("patientControlNumber in ?1 order by id", numbers).stream()
                        .collect(groupingBy(
                                Claim::patientControlNumber, collectingAndThen(Collectors.toList(), ClaimFamily::new)));
    }

    private static ClaimForSubmission of(Claim claim, Around around, ClaimFamily family) {
        BillingProvider billing = around.billing();
        Provider rendering = around.providers().get(claim.renderingProviderId());
        Patient patient = around.patients().get(claim.patientId());
        Coverage coverage = around.billed(claim);
        Payer payer = around.payer(claim);
        if (billing == null || rendering == null || patient == null || coverage == null || payer == null) {
            // the scrubber holds such a claim, and held claims are in no batch
            throw new IllegalStateException("Claim " + claim.id() + " is not ready to be sent");
        }
        return new ClaimForSubmission(
                claim.id(),
                claim.encounterId(),
                claim.patientControlNumber(),
                claim.rank(),
                claim.frequency(),
                claim.payerControlNumber(),
                claim.serviceDate(),
                claim.charge(),
                claim.content(),
                billing,
                rendering,
                patient,
                coverage,
                payer,
                others(claim, around, family));
    }

    private static List<OtherPayer> others(Claim claim, Around around, ClaimFamily family) {
        List<OtherPayer> others = new ArrayList<>();
        int rank = 0;
        for (Coverage coverage : around.active(claim)) {
            rank++;
            Payer payer = around.payers().get(coverage.payerId());
            if (payer == null || coverage.coverageId().equals(claim.coverageId())) {
                continue;
            }
            Claim earlier = rank < claim.rank() ? family.inForce(rank).orElse(null) : null;
            others.add(new OtherPayer(
                    rank,
                    coverage,
                    payer,
                    earlier == null ? null : earlier.settlement().standing().orElse(null),
                    earlier == null ? null : earlier.payerControlNumber()));
        }
        return others;
    }
}
