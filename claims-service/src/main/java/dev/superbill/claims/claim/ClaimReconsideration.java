package dev.superbill.claims.claim;

import dev.superbill.claims.coverage.PatientTouched;
import dev.superbill.claims.payer.PayerTouched;
import dev.superbill.claims.practice.BillingProviderChanged;
import dev.superbill.claims.provider.ProviderTouched;
import dev.superbill.platform.practice.Practices;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Scrubs claims again when what they stand among has changed, in the transaction of that change. */
@ApplicationScoped
class ClaimReconsideration {

    private static final Set<ClaimStatus> UNSENT = Set.of(ClaimStatus.SCRUBBED, ClaimStatus.HELD);
    private static final Set<ClaimStatus> HELD = Set.of(ClaimStatus.HELD);
    private static final int AT_ONCE = 200;
    /** Longer than any transaction that makes claims. */
    private static final Duration RECENT = Duration.ofMinutes(10);

    private final ClaimRepository repository;
    private final ClaimScrubbing scrubbing;
    private final ClaimSettling settling;
    private final Practices practices;
    private final Clock clock;

    ClaimReconsideration(
            ClaimRepository repository,
            ClaimScrubbing scrubbing,
            ClaimSettling settling,
            Practices practices,
            Clock clock) {
        this.repository = repository;
        this.scrubbing = scrubbing;
        this.settling = settling;
        this.practices = practices;
        this.clock = clock;
    }

    void on(@Observes PatientTouched touched) {
        List<UUID> unsent = repository.idsToReconsider("patientId", touched.patientId(), UNSENT);
        settling.covered(touched.patientId());
        reconsider(unsent, "patient or coverage changed");
    }

    void on(@Observes ProviderTouched touched) {
        reconsider(
                repository.idsToReconsider("renderingProviderId", touched.employeeId(), UNSENT),
                "provider or licence changed");
    }

    void on(@Observes PayerTouched touched) {
        reconsider(repository.idsToReconsider("payerId", touched.payerId(), HELD), "payer changed");
    }

    void on(@Observes BillingProviderChanged changed) {
        reconsider(repository.idsOfHeld(), "billing provider changed");
    }

    /** Finds claims that were made at the very moment when their coverage came: neither transaction saw the other. */
    @Scheduled(every = "20s", delayed = "10s", identity = "cover-held-claims")
    void coverHeldClaims() {
        practices.forEach(
                "cover-held-claims",
                () -> QuarkusTransaction.requiringNew()
                        .run(() -> reconsider(
                                repository.idsOfUncovered(clock.instant().minus(RECENT)), "coverage arrived")));
    }

    private void reconsider(List<UUID> ids, String reason) {
        for (int from = 0; from < ids.size(); from += AT_ONCE) {
            scrubbing.reconsider(ids.subList(from, Math.min(ids.size(), from + AT_ONCE)), reason);
        }
    }
}
