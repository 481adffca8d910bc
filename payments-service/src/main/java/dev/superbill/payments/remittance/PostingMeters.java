package dev.superbill.payments.remittance;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.jspecify.annotations.Nullable;

/**
 * Counts what this process has posted, once it is committed. Made at the start: a counter that first appears at its first
 * event hides that event from a rate.
 */
@Startup
@ApplicationScoped
class PostingMeters {

    /**
     * A transaction (ST) of a remittance is on the books.
     *
     * @param claims how many it answered
     * @param paymentCents BPR02
     */
    record TransactionPosted(int claims, long paymentCents) {}

    private final Counter transactions;
    private final Counter claims;
    private final Counter cents;

    PostingMeters(MeterRegistry registry) {
        transactions = counter(registry, "superbill.posted.remittances", null, "Payments of payers (ST) posted");
        claims = counter(registry, "superbill.posted.claims", null, "Claims answered by them");
        cents = counter(registry, "superbill.posted", "cents", "Money of them (BPR02); debits are not counted");
    }

    private static Counter counter(MeterRegistry registry, String name, @Nullable String unit, String description) {
        return Counter.builder(name).baseUnit(unit).description(description).register(registry);
    }

    void count(@Observes(during = TransactionPhase.AFTER_SUCCESS) TransactionPosted posted) {
        transactions.increment();
        claims.increment(posted.claims());
        cents.increment(Math.max(0, posted.paymentCents()));
    }
}
