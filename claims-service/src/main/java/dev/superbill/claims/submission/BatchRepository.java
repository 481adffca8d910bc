package dev.superbill.claims.submission;

import dev.superbill.platform.web.PageRequest;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** The practice's batches. */
@ApplicationScoped
class BatchRepository implements PanacheRepositoryBase<Batch, UUID> {

    private static final Set<BatchStatus> TO_BE_SENT = Set.of(BatchStatus.BUILT, BatchStatus.UPLOADED);

    /** In the order of their making; one more than the page's limit. */
    List<Batch> page(PageRequest page) {
        return find("id > ?1 order by id", page.afterId().orElse(new UUID(0, 0)))
                .range(0, page.limit())
                .list();
    }

    /** Those that are to be sent now, the oldest first. */
    List<UUID> due(Instant now) {
        return find("status in ?1 and nextAttemptAt <= ?2 order by id", TO_BE_SENT, now).stream()
                .map(Batch::id)
                .toList();
    }

    Optional<Batch> ofInterchange(String senderId, String receiverId, long number) {
        return find("senderId = ?1 and receiverId = ?2 and interchangeNumber = ?3", senderId, receiverId, number)
                .firstResultOptional();
    }

    Optional<Batch> ofGroup(String senderId, String receiverId, long number) {
        return find("senderId = ?1 and receiverId = ?2 and groupNumber = ?3", senderId, receiverId, number)
                .firstResultOptional();
    }

    /** Sent before a moment, and not answered since. */
    List<Batch> unansweredSince(Instant moment) {
        return find("status = ?1 and sentAt < ?2 order by id", BatchStatus.SENT, moment)
                .list();
    }
}
