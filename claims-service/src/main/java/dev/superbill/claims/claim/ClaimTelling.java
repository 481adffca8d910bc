package dev.superbill.claims.claim;

import dev.superbill.claims.claim.ClaimChanged.ActiveCoverage;
import dev.superbill.claims.claim.ClaimSurroundings.Around;
import dev.superbill.claims.coverage.Coverage;
import dev.superbill.claims.payer.Payer;
import dev.superbill.platform.events.Outbox;
import dev.superbill.platform.events.OutboxEvent;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Tells in the running transaction that claims have changed. */
@ApplicationScoped
class ClaimTelling {

    private final ClaimRepository repository;
    private final ClaimSurroundings surroundings;
    private final Outbox outbox;

    ClaimTelling(ClaimRepository repository, ClaimSurroundings surroundings, Outbox outbox) {
        this.repository = repository;
        this.surroundings = surroundings;
        this.outbox = outbox;
    }

    void changed(Collection<Claim> claims) {
        if (!claims.isEmpty()) {
            changed(claims, surroundings.of(claims));
        }
    }

    /** The same, where the surroundings have been read already. */
    void changed(Collection<Claim> claims, Around around) {
        // the versions that the events tell are those that the flush makes
        repository.flush();
        outbox.publish(claims.stream()
                .map(claim -> new OutboxEvent(
                        Claims.TOPIC,
                        claim.encounterId().toString(),
                        claim.id().toString(),
                        ClaimChanged.TYPE,
                        payload(claim, around)))
                .toList());
    }

    private static ClaimChanged payload(Claim claim, Around around) {
        Coverage billed = around.billed(claim);
        Payer payer = around.payer(claim);
        return new ClaimChanged(
                claim.id(),
                claim.version(),
                claim.encounterId(),
                claim.patientId(),
                claim.patientControlNumber(),
                claim.payerId(),
                payer == null ? null : payer.payerIdentifier(),
                billed == null ? null : billed.memberId(),
                claim.rank(),
                claim.frequency(),
                claim.status(),
                claim.serviceDate(),
                claim.content().placeOfService(),
                claim.renderingProviderId(),
                claim.asked().cents(),
                coverages(around.active(claim), around),
                claim.content().lines().stream().map(ClaimChanged.Line::of).toList(),
                claim.payerControlNumber());
    }

    private static List<ActiveCoverage> coverages(List<Coverage> active, Around around) {
        List<ActiveCoverage> told = new ArrayList<>();
        for (Coverage coverage : active) {
            Payer payer = around.payers().get(coverage.payerId());
            if (payer != null) {
                told.add(new ActiveCoverage(told.size() + 1, payer.id(), payer.payerIdentifier(), coverage.memberId()));
            }
        }
        return told;
    }
}
