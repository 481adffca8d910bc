package dev.superbill.clearinghouse.claim;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One claim for one payer (loop 2300 with the loops around it).
 *
 * @param submitter ISA06 without padding: whose mailbox gets the answers
 * @param batchReference BHT03 of its transaction
 * @param rank P, S or T (SBR01)
 * @param filingIndicator SBR09
 * @param controlNumber CLM01
 * @param frequency CLM05-3: 1 original, 7 replacement, 8 void
 * @param originalReference REF*F8: the payer's number of the claim that is replaced or voided
 * @param authorised true when it bears a prior authorisation (REF*G1)
 */
public record SubmittedClaim(
        String submitter,
        String batchReference,
        Party payer,
        BillingProvider billing,
        char rank,
        String filingIndicator,
        Party subscriber,
        Party patient,
        String controlNumber,
        long chargeCents,
        String placeOfService,
        char frequency,
        @Nullable String originalReference,
        boolean authorised,
        LocalDate from,
        LocalDate to,
        List<OtherPayer> otherPayers,
        List<ClaimLine> lines) {

    /** SBR01 in the order in which payers pay. */
    public static final String RANKS = "PST";

    public SubmittedClaim {
        otherPayers = List.copyOf(otherPayers);
        lines = List.copyOf(lines);
    }

    /** The payer's id (2010BB NM109). */
    public String payerId() {
        String id = payer.identifier();
        return id == null ? "" : id;
    }

    /** The member id (2010BA NM109). */
    public String memberId() {
        String id = subscriber.identifier();
        return id == null ? "" : id;
    }

    /** The payer that adjudicated last before this one, if any. */
    public Optional<OtherPayer> lastEarlierPayer() {
        return otherPayers.stream()
                .filter(other -> other.paidCents() != null)
                .filter(other -> RANKS.indexOf(other.rank()) < RANKS.indexOf(rank))
                .max(Comparator.comparingInt(other -> RANKS.indexOf(other.rank())));
    }

    /** The payer to whom the claim goes next, if any. */
    public Optional<OtherPayer> nextPayer() {
        return otherPayers.stream()
                .filter(other -> other.paidCents() == null)
                .filter(other -> RANKS.indexOf(other.rank()) > RANKS.indexOf(rank))
                .min(Comparator.comparingInt(other -> RANKS.indexOf(other.rank())));
    }

    /**
     * The claim as its payer hands it on to the next one (crossover).
     *
     * @param paid what this payer paid, in cents
     * @param patientOwes what it left to the patient, in cents
     * @param linesWithIt the lines with what it left of each
     */
    public SubmittedClaim forwardedTo(OtherPayer next, long paid, long patientOwes, List<ClaimLine> linesWithIt) {
        OtherPayer self = new OtherPayer(rank, payerId(), payer.name(), memberId(), paid, patientOwes);
        Party nextSubscriber = new Party(
                subscriber.name(),
                subscriber.firstName(),
                subscriber.middleName(),
                next.memberId() == null ? subscriber.identifier() : next.memberId());
        return new SubmittedClaim(
                submitter,
                batchReference,
                new Party(next.payerName(), null, null, next.payerId()),
                billing,
                next.rank(),
                "CI",
                nextSubscriber,
                patient.equals(subscriber) ? nextSubscriber : patient,
                controlNumber,
                chargeCents,
                placeOfService,
                '1',
                null,
                authorised,
                from,
                to,
                List.of(self),
                linesWithIt);
    }

    /** Who the patient is to this payer in a calendar year: the key of deductibles. */
    public String patientYear() {
        return payerId() + "|" + memberId() + "|" + patient.name() + "|" + patient.firstName() + "|" + from.getYear();
    }
}
