package dev.superbill.payments.receivable;

import dev.superbill.payments.ledger.Document;
import dev.superbill.payments.practice.PracticeProfiles;
import dev.superbill.platform.practice.PracticeContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Turns what claims-service tells of claims into charges. A charge is posted once, when its encounter has a claim, to
 * the primary payer or to the patient while none is known, on the day of service (revenue is earned when the service is rendered) but never later than today; what
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
        LocalDate day = dayOf(claim.serviceDate(), today);
        session.add(account.told(claim, charging(claim.encounterId(), day), today));
        if (account.isChanged()) {
            told.fire(new ClaimTold(account, session));
            session.finish();
        }
    }

    /** The charge of a visit that its patient pays: ar.patient / revenue, under the same rules. */
    @Transactional(TxType.MANDATORY)
    void apply(SelfPayCharged visit) {
        LocalDate today = practice.today();
        PostingSession session = accounts.begin();
        ClaimAccount account = session.byControlNumber(visit.patientControlNumber())
                .orElseGet(() -> session.open(ClaimAccount.open(
                        visit.patientControlNumber(), visit.encounterId(), visit.patientId(), visit.serviceDate())));
        session.add(account.told(visit, charging(visit.encounterId(), dayOf(visit.serviceDate(), today)), today));
        session.finish();
    }

    private Document charging(UUID encounterId, LocalDate day) {
        return new Document(encounterId, "charge:" + encounterId, day, context.actor());
    }

    private static LocalDate dayOf(LocalDate serviceDate, LocalDate today) {
        return serviceDate.isBefore(today) ? serviceDate : today;
    }
}
