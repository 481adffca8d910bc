package dev.superbill.payments.receivable;

import dev.superbill.kernel.Money;
import dev.superbill.payments.ledger.Document;
import dev.superbill.payments.ledger.JournalEntry;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Accounts of claims for tests of other features. */
public final class ClaimAccountFixture {

    private ClaimAccountFixture() {}

    /** An account whose first payer owes the whole charge. */
    public static ClaimAccount charged(
            String controlNumber,
            LocalDate serviceDate,
            long chargeCents,
            List<Coverage> coverages,
            List<ClaimLine> lines) {
        Coverage primary = coverages.getFirst();
        Money charge = Money.ofCents(chargeCents);
        return new ClaimAccount(
                controlNumber,
                UUID.randomUUID(),
                UUID.randomUUID(),
                1,
                serviceDate,
                charge,
                Money.ZERO,
                coverages,
                lines,
                List.of(new Receivable(
                        primary.payerId(),
                        1,
                        UUID.randomUUID(),
                        1,
                        primary.memberId(),
                        null,
                        new Receivable.Figures(charge, Money.ZERO, Money.ZERO, Money.ZERO))));
    }

    /** An account of a claim that nobody has told of yet. */
    public static ClaimAccount untold(String controlNumber, LocalDate serviceDate) {
        UUID encounterId = UUID.nameUUIDFromBytes(controlNumber.getBytes(StandardCharsets.UTF_8));
        return ClaimAccount.open(controlNumber, encounterId, new UUID(5, 5), serviceDate);
    }

    /** What claims-service tells of a claim to one of its payers. */
    public static List<JournalEntry> tell(
            ClaimAccount account, Coverage payer, long version, long chargeCents, List<Coverage> coverages) {
        UUID claimId = new UUID(account.encounterId().getMostSignificantBits(), payer.rank());
        ClaimChanged event = new ClaimChanged(
                claimId,
                version,
                account.encounterId(),
                account.patientId(),
                account.controlNumber(),
                payer.payerId(),
                payer.memberId(),
                payer.rank(),
                "SENT",
                account.serviceDate(),
                chargeCents,
                coverages,
                List.of(),
                null);
        LocalDate day = account.serviceDate();
        Document charging = new Document(
                account.encounterId(), "charge:" + account.encounterId(), day, "event:payments.receivable");
        return account.told(event, charging, day);
    }
}
