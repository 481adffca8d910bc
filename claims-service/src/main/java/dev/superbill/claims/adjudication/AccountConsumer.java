package dev.superbill.claims.adjudication;

import dev.superbill.claims.claim.Balances;
import dev.superbill.claims.claim.ClaimBalances;
import dev.superbill.claims.claim.ClaimSettling;
import dev.superbill.kernel.Money;
import dev.superbill.platform.events.EventHandlers;
import dev.superbill.platform.events.Inbox;
import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.jspecify.annotations.Nullable;

/** Shows on claims what the books say, and closes those on which nobody owes anything. */
@ApplicationScoped
class AccountConsumer {

    static final String GROUP = "claims.account";
    static final String ACCOUNT_CHANGED = "dev.superbill.payments.account-changed.v1";

    /** What claims read of an account's event. */
    record AccountChanged(
            UUID encounterId,
            long version,
            long payerBalanceCents,
            long patientBalanceCents,
            @Nullable List<ClaimBalance> claims) {

        List<ClaimBalances> balances() {
            return claims == null
                    ? List.of()
                    : claims.stream().map(claim -> claim.read(this)).toList();
        }

        boolean settled() {
            return payerBalanceCents == 0 && patientBalanceCents == 0;
        }
    }

    /** A claim's part of the account. */
    record ClaimBalance(
            @Nullable UUID claimId,
            long accountVersion,
            @Nullable UUID payerId,
            int rank,
            long paidCents,
            long adjustedCents,
            long payerBalanceCents) {

        ClaimBalances read(AccountChanged account) {
            return new ClaimBalances(
                    claimId,
                    payerId,
                    rank,
                    new Balances(
                            account.version(),
                            accountVersion,
                            Money.ofCents(paidCents),
                            Money.ofCents(adjustedCents),
                            Money.ofCents(payerBalanceCents),
                            Money.ofCents(account.patientBalanceCents()),
                            account.settled()));
        }
    }

    private final Inbox inbox;
    private final EventHandlers handlers;

    AccountConsumer(Inbox inbox, ClaimSettling settling) {
        this.inbox = inbox;
        this.handlers = EventHandlers.on(
                ACCOUNT_CHANGED,
                AccountChanged.class,
                (event, envelope) -> settling.balanced(event.encounterId(), event.balances()));
    }

    @Incoming("accounts")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) {
        inbox.receive(GROUP, message, handlers);
    }
}
