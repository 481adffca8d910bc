package dev.superbill.claims.acknowledgement;

import dev.superbill.kernel.UuidV7;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.ProblemException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Opens, closes and lists follow-ups. Of one kind there is at most one open for a claim, a batch or a file. */
@ApplicationScoped
@Transactional
class FollowUps {

    private final Repository repository;
    private final AgroalDataSource dataSource;
    private final PracticeContext context;
    private final Clock clock;

    FollowUps(Repository repository, AgroalDataSource dataSource, PracticeContext context, Clock clock) {
        this.repository = repository;
        this.dataSource = dataSource;
        this.context = context;
        this.clock = clock;
    }

    /**
     * What a follow-up is about: a claim of a batch, a batch, or a file of answers alone.
     *
     * @param acknowledgementId the answer that asks for it, when one does
     */
    record About(
            @Nullable UUID batchId,
            @Nullable UUID claimId,
            @Nullable UUID acknowledgementId) {

        String subject() {
            if (claimId != null) {
                return "claim:" + claimId;
            }
            return batchId != null ? "batch:" + batchId : "acknowledgement:" + acknowledgementId;
        }
    }

    void open(FollowUpKind kind, Collection<About> subjects, String detail) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into follow_up (id, practice_id, version, kind, subject, batch_id, claim_id, acknowledgement_id, detail, status, opened_at)
                        values (?, ?, 0, ?, ?, ?, ?, ?, ?, 'OPEN', ?) on conflict do nothing
                        """)) {
            for (About about : subjects) {
                insert.setObject(1, UuidV7.next(clock));
                insert.setString(2, context.practice().value());
                insert.setString(3, kind.name());
                insert.setString(4, about.subject());
                insert.setObject(5, about.batchId());
                insert.setObject(6, about.claimId());
                insert.setObject(7, about.acknowledgementId());
                insert.setBytes(8, new SealedDetail().convertToDatabaseColumn(detail));
                insert.setObject(9, clock.instant().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Follow-ups could not be opened", e);
        }
    }

    /** The answer that was missed has come. */
    void answered(FollowUpKind kind, Collection<About> subjects) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update follow_up set status = 'DONE', version = version + 1, closed_at = ?, closed_by = ?, reason = ?
                        where kind = ? and subject = ? and status = 'OPEN'
                        """)) {
            for (About about : subjects) {
                update.setObject(1, clock.instant().atOffset(ZoneOffset.UTC));
                update.setString(2, context.actor());
                update.setBytes(3, new SealedReason().convertToDatabaseColumn("The answer has come"));
                update.setString(4, kind.name());
                update.setString(5, about.subject());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("Follow-ups could not be closed", e);
        }
    }

    /**
     * A person has done it.
     *
     * @throws ProblemException 404, or 409 when it was done before
     */
    FollowUpView close(UUID id, @Nullable String reason) {
        FollowUp followUp = repository.findById(id);
        if (followUp == null) {
            throw ProblemException.notFound("follow-up", id);
        }
        if (!followUp.isOpen()) {
            throw ProblemException.conflict("ALREADY_DONE", "The follow-up was done before");
        }
        followUp.close(clock.instant(), context.actor(), reason);
        return followUp.view();
    }

    /** In the order of their opening. */
    Page<FollowUpView> list(FollowUp.Status status, PageRequest page) {
        List<FollowUp> rows = repository
                .find(
                        "status = ?1 and id > ?2 order by id",
                        status,
                        page.afterId().orElse(new UUID(0, 0)))
                .range(0, page.limit())
                .list();
        return Page.of(rows, page.limit(), row -> row.id().toString()).map(FollowUp::view);
    }

    /** Follow-ups as kept. */
    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<FollowUp, UUID> {}
}
