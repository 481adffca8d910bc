package dev.superbill.payments.remittance;

import dev.superbill.payments.receivable.ClaimAccount;
import dev.superbill.payments.receivable.ClaimAccounts;
import dev.superbill.payments.receivable.ClaimTold;
import dev.superbill.payments.receivable.PostingSession;
import dev.superbill.platform.practice.Practices;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.stream.Stream;

/** Unapplied cash is applied when its claim turns up, in the transaction in which the claim is told. */
@ApplicationScoped
class Rematch {

    private static final int MOST_AT_ONCE = 500;

    private final ClaimTable claims;
    private final ClaimBooks books;
    private final ClaimAccounts accounts;
    private final Practices practices;

    Rematch(ClaimTable claims, ClaimBooks books, ClaimAccounts accounts, Practices practices) {
        this.claims = claims;
        this.books = books;
        this.accounts = accounts;
        this.practices = practices;
    }

    void on(@Observes ClaimTold told) {
        apply(told.account(), told.session());
    }

    /** A claim may come while a remittance that does not see it yet is being posted; neither sees the other then. */
    @Scheduled(
            every = "{superbill.remittance.rematch-every}",
            identity = "rematch-unapplied",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void applyMissed() {
        practices.forEach(
                "rematch-unapplied",
                () -> QuarkusTransaction.requiringNew().run(() -> {
                    List<String> numbers = claims.numbersLatelyUnapplied(MOST_AT_ONCE);
                    PostingSession session = accounts.begin();
                    session.prefetch(numbers);
                    numbers.stream()
                            .flatMap(number -> session.byControlNumber(number).stream())
                            .forEach(account -> apply(account, session));
                    session.finish();
                }));
    }

    private void apply(ClaimAccount account, PostingSession session) {
        List<AnsweredClaim> waiting = claims.waitingFor(account);
        if (waiting.isEmpty()) {
            return;
        }
        // what is reversed first, so that its reversal finds it
        List<AnsweredClaim> ordered = Stream.concat(
                        waiting.stream().filter(claim -> !claim.isReversal()),
                        waiting.stream().filter(AnsweredClaim::isReversal))
                .toList();
        books.change(session, List.of(account.controlNumber()), batch -> ordered.forEach(batch::retry));
    }
}
