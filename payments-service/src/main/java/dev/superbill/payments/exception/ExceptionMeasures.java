package dev.superbill.payments.exception;

import dev.superbill.platform.measure.Measure;
import dev.superbill.platform.measure.Measure.Total;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What operations see of money that waits for a person. */
@ApplicationScoped
class ExceptionMeasures {

    @Produces
    @Singleton
    Measure held() {
        return new Measure(
                "superbill.held",
                "cents",
                "Money about which a person has to decide, by kind of exception",
                "kind",
                Total.SUM,
                "select kind, sum(amount_cents) from posting_exception where status = 'OPEN' group by kind");
    }

    @Produces
    @Singleton
    Measure open() {
        return new Measure(
                "superbill.exceptions",
                null,
                "Exceptions about which a person has to decide, by kind",
                "kind",
                Total.SUM,
                "select kind, count(*) from posting_exception where status = 'OPEN' group by kind");
    }

    @Produces
    @Singleton
    Measure oldest() {
        return new Measure(
                "superbill.exceptions.oldest.age",
                "seconds",
                "How long the oldest of them has been waiting",
                null,
                Total.LARGEST,
                "select coalesce(extract(epoch from now() - min(opened_at)), 0) from posting_exception where status = 'OPEN'");
    }
}
