package dev.superbill.payments.remittance;

import dev.superbill.kernel.PracticeId;
import dev.superbill.kernel.UuidV7;
import dev.superbill.payments.practice.PracticeProfile;
import dev.superbill.payments.practice.PracticeProfiles;
import dev.superbill.payments.remittance.partner.TradingPartners;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.x12.remittance.Party;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Whose a transaction is, and its way to whom it belongs. What is uploaded is the uploader's. What is fetched from a
 * trading partner belongs to the practice that owns the payee's NPI or tax id (N1*PE, REF*TJ) and works with the same
 * partner: several practices may share a mailbox, and one file may pay several of them.
 */
@ApplicationScoped
class PayeeOwners {

    private final PracticeProfiles profiles;
    private final TradingPartners partners;
    private final RemittanceTable remittances;
    private final KeptFiles files;
    private final PracticeContext context;
    private final Clock clock;

    PayeeOwners(
            PracticeProfiles profiles,
            TradingPartners partners,
            RemittanceTable remittances,
            KeptFiles files,
            PracticeContext context,
            Clock clock) {
        this.profiles = profiles;
        this.partners = partners;
        this.remittances = remittances;
        this.files = files;
        this.context = context;
        this.clock = clock;
    }

    /**
     * Another practice that owns a payee.
     *
     * @param partnerId what it calls the trading partner
     */
    record Owner(PracticeId practice, UUID partnerId) {}

    /** Whether a payee is a practice. */
    static boolean isPayee(@Nullable Party payee, PracticeProfile practice) {
        if (payee == null) {
            return false;
        }
        String npi = practice.npi();
        String taxId = practice.taxId();
        return (npi != null && npi.equals(payee.npi()))
                || (taxId != null && !digits(taxId).isEmpty() && digits(taxId).equals(digits(payee.taxId())));
    }

    /** The one other practice that owns the payee of a fetched transaction; none when it is nobody's or several's. */
    Optional<Owner> of(Remittance remittance, @Nullable Party payee) {
        if (payee == null) {
            return Optional.empty();
        }
        List<Owner> owners = remittance.partnerId().stream()
                .flatMap(partner -> profiles.owners(payee.npi(), digits(payee.taxId())).stream()
                        .filter(practice -> !practice.equals(context.practice()))
                        .flatMap(practice -> partners.sharedWith(context.practice(), partner, practice).stream()
                                .map(theirs -> new Owner(practice, theirs))))
                .toList();
        return owners.size() == 1 ? Optional.of(owners.getFirst()) : Optional.empty();
    }

    /** Keeps a fetched file for another practice too, which reads what is its own; a second time changes nothing. */
    void handOver(Remittance remittance, Owner owner) {
        boolean isThere = context.as(
                owner.practice(),
                context.actor(),
                () -> QuarkusTransaction.requiringNew()
                        .call(() -> remittances.findByHash(remittance.sha256()).isPresent()));
        if (isThere) {
            return;
        }
        UUID id = UuidV7.next(clock);
        files.copy(remittance.id(), owner.practice(), id);
        context.run(owner.practice(), context.actor(), () -> {
            UUID worker = UuidV7.next(clock);
            boolean isNew = QuarkusTransaction.requiringNew().call(() -> {
                Remittance theirs = new Remittance(
                        id,
                        remittance.sha256(),
                        remittance.bytes(),
                        clock.instant(),
                        Remittance.fetched(owner.partnerId(), remittance.fileName()),
                        context.actor(),
                        Remittance.RECEIVED,
                        null,
                        0);
                boolean inserted = remittances.insert(theirs, worker);
                // nobody works on it yet: their next run does
                remittances.release(id, worker);
                return inserted;
            });
            if (!isNew) {
                files.discard(id);
            }
        });
    }

    private static String digits(String text) {
        return text.replaceAll("\\D", "");
    }
}
