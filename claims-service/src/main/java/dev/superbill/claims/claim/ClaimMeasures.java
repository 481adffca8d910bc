package dev.superbill.claims.claim;

import dev.superbill.platform.measure.Measure;
import dev.superbill.platform.measure.Measure.Total;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What operations see of claims. */
@ApplicationScoped
class ClaimMeasures {

    /** Those at rest (closed, replaced, voided) grow for ever and tell nothing of the day. */
    @Produces
    @Singleton
    Measure onTheirWay() {
        return new Measure("superbill.claims", null, "Claims on their way, by state", "state", Total.SUM, """
                select s.status, count(c.id)
                from unnest(array['DRAFT', 'SCRUBBED', 'HELD', 'BATCHED', 'SENT', 'RECEIVED', 'ACCEPTED', 'REJECTED',
                  'ADJUDICATED', 'REVERSED_PENDING']) as s(status)
                left join claim c on c.status = s.status
                group by s.status
                """);
    }
}
