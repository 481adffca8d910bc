package dev.superbill.payments.receivable;

import dev.superbill.payments.ledger.Document;
import dev.superbill.payments.practice.PracticeProfiles;
import dev.superbill.platform.practice.PracticeContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;

/**
 * Turns what claims-service tells of claims into charges. A charge is posted once, when its encounter has a claim to a
 * primary payer, on the day of service (revenue is earned when the service is rendered) but never later than today; what
 * changes later is posted as a difference, today.
 */
@ApplicationScoped
class Charges {

    private final ClaimAccounts accounts;
    private final PracticeProfiles practice;
    private final PracticeContext context;
    private final Event<ClaimTold> told;

    Charges(ClaimAccounts accounts, PracticeProfiles practice, PracticeContext context, Event<ClaimTold> told) {
        this.accounts = accounts;
        this.practice = practice;
        this.context = context;
        this.told = told;
    }

    @Transactional(TxType.MANDATORY)
    void apply(ClaimChanged claim) {
        LocalDate today = practice.today();
        PostingSession session = accounts.begin();
        ClaimAccount account = session.byControlNumber(claim.patientControlNumber())
                .orElseGet(() -> session.open(ClaimAccount.open(
                        claim.patientControlNumber(), claim.encounterId(), claim.patientId(), claim.serviceDate())));
        LocalDate day = claim.serviceDate().isBefore(today) ? claim.serviceDate() : today;
        Document charging = new Document(claim.encounterId(), "charge:" + claim.encounterId(), day, context.actor());
        session.add(account.told(claim, charging, today));
        if (account.isChanged()) {
            told.fire(new ClaimTold(account, session));
            session.finish();
        }
    }
}
