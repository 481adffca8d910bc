package dev.superbill.scheduling.provider;

import dev.superbill.platform.arrival.ArrivalWait;
import dev.superbill.platform.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.UUID;

/** Whom and when one may book. */
@ApplicationScoped
public class Providers {

    private final ProviderTable table;

    Providers(ProviderTable table) {
        this.table = table;
    }

    /**
     * Waits until the provider is known here; best called outside a transaction.
     *
     * @throws ProblemException 404 when three seconds did not bring it
     */
    public void awaitKnown(UUID id) {
        if (!ArrivalWait.ofRequest().until(() -> table.find(id).isPresent())) {
            throw ProblemException.notFound("provider", id);
        }
    }

    /**
     * Refuses a time at which the provider cannot be booked, and keeps others from booking the same provider until the
     * running transaction ends.
     *
     * @throws ProblemException 404 when there is no such provider; 409 PROVIDER_UNAVAILABLE when the person does not
     *     treat patients, has left, or is on leave
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void lockForBooking(UUID id, Instant from, Instant to) {
        Provider provider = table.lock(id).orElseThrow(() -> ProblemException.notFound("provider", id));
        if (!provider.bookable()) {
            throw ProblemException.conflict(
                    "PROVIDER_UNAVAILABLE", "This employee does not treat patients here; choose another provider");
        }
        Absence absence = table.firstAbsence(id, from, to);
        if (absence != null) {
            throw ProblemException.conflict(
                    "PROVIDER_UNAVAILABLE",
                    "The provider is away from " + absence.from() + " until " + absence.to()
                            + "; choose another time or provider");
        }
    }
}
