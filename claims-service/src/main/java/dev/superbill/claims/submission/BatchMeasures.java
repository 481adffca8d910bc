package dev.superbill.claims.submission;

import dev.superbill.platform.measure.Measure;
import dev.superbill.platform.measure.Measure.Total;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What operations see of batches. */
@ApplicationScoped
class BatchMeasures {

    @Produces
    @Singleton
    Measure oldestUnsent() {
        return new Measure(
                "superbill.batches.unsent.age",
                "seconds",
                "Age of the oldest batch that is not at the clearinghouse yet",
                null,
                Total.LARGEST,
                "select coalesce(extract(epoch from now() - min(created_at)), 0) from batch where status in ('BUILT', 'UPLOADED')");
    }

    @Produces
    @Singleton
    Measure oldestUnacknowledged() {
        return new Measure(
                "superbill.batches.unacknowledged.age",
                "seconds",
                "Age of the oldest batch sent that the clearinghouse has not acknowledged",
                null,
                Total.LARGEST,
                "select coalesce(extract(epoch from now() - min(sent_at)), 0) from batch where status = 'SENT'");
    }
}
