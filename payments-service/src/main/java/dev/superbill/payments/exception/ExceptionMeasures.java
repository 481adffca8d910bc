package dev.superbill.payments.exception;

import dev.superbill.platform.measure.Measure;
import dev.superbill.platform.measure.Measure.Total;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What operations see of money that waits for a person. */
@ApplicationScoped
class ExceptionMeasures {

    /** A kind of which there is none shows zero: an alarm on what is missing would never ring. */
    private static final String BY_KIND =
            """
            select k.kind, %%s
            from unnest(array['%s']) as k(kind) left join posting_exception e on e.kind = k.kind and e.status = 'OPEN'
            group by k.kind
            """.formatted(Arrays.stream(ExceptionKind.values()).map(Enum::name).collect(Collectors.joining("', '")));

    @Produces
    @Singleton
    Measure held() {
        return new Measure(
                "superbill.held",
                "cents",
                "Money about which a person has to decide, by kind of exception",
                "kind",
                Total.SUM,
                BY_KIND.formatted("coalesce(sum(e.amount_cents), 0)"));
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
                BY_KIND.formatted("count(e.id)"));
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
