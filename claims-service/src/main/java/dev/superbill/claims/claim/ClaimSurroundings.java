package dev.superbill.claims.claim;

import dev.superbill.claims.coverage.Coverage;
import dev.superbill.claims.coverage.Coverages;
import dev.superbill.claims.coverage.Patient;
import dev.superbill.claims.payer.Payer;
import dev.superbill.claims.payer.Payers;
import dev.superbill.claims.practice.BillingIdentities;
import dev.superbill.claims.practice.BillingProvider;
import dev.superbill.claims.provider.License;
import dev.superbill.claims.provider.Provider;
import dev.superbill.claims.provider.Providers;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads what stands around claims, for many claims at once. */
@ApplicationScoped
class ClaimSurroundings {

    private final BillingIdentities billing;
    private final Coverages coverages;
    private final Payers payers;
    private final Providers providers;

    ClaimSurroundings(BillingIdentities billing, Coverages coverages, Payers payers, Providers providers) {
        this.billing = billing;
        this.coverages = coverages;
        this.payers = payers;
        this.providers = providers;
    }

    Around of(Collection<Claim> claims) {
        var patientIds = claims.stream().map(Claim::patientId).collect(Collectors.toSet());
        var providerIds = claims.stream().map(Claim::renderingProviderId).collect(Collectors.toSet());
        Map<UUID, List<Coverage>> known = coverages.of(patientIds);
        var payerIds = Stream.concat(
                        claims.stream().map(Claim::payerId).filter(Objects::nonNull),
                        known.values().stream().flatMap(List::stream).map(Coverage::payerId))
                .collect(Collectors.toSet());
        return new Around(
                billing.current().orElse(null),
                coverages.patients(patientIds),
                known,
                payers.find(payerIds),
                providers.find(providerIds),
                providers.licenses(providerIds));
    }

    /**
     * What stands around some claims.
     *
     * @param billing null while the practice has registered none
     */
    record Around(
            @Nullable BillingProvider billing,
            Map<UUID, Patient> patients,
            Map<UUID, List<Coverage>> coverages,
            Map<UUID, Payer> payers,
            Map<UUID, Provider> providers,
            Map<UUID, List<License>> licenses) {

        /** The patient's coverages on the date of service, the primary first; their places are the ranks of the claims. */
        List<Coverage> active(Claim claim) {
            return Coverages.active(coverages.getOrDefault(claim.patientId(), List.of()), claim.serviceDate());
        }

        /** The coverage that the claim bills. */
        @Nullable
        Coverage billed(Claim claim) {
            return coverages.getOrDefault(claim.patientId(), List.of()).stream()
                    .filter(coverage -> coverage.coverageId().equals(claim.coverageId()))
                    .findFirst()
                    .orElse(null);
        }

        @Nullable
        Payer payer(Claim claim) {
            UUID id = claim.payerId();
            return id == null ? null : payers.get(id);
        }
    }
}
