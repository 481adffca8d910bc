package dev.superbill.claims.acknowledgement;

import dev.superbill.claims.acknowledgement.AcknowledgementStore.Kept;
import dev.superbill.claims.acknowledgement.AcknowledgementStore.Origin;
import dev.superbill.claims.submission.partner.TradingPartners;
import dev.superbill.platform.phi.Phi;
import dev.superbill.platform.phi.SealedColumn;
import dev.superbill.platform.practice.Practices;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.ProblemException;
import dev.superbill.x12.X12Exception;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;

/** Receives files of answers: keeps each in one transaction, understands it in the next, and shows what it did. */
@ApplicationScoped
class Acknowledgements {

    private static final Logger LOG = Logger.getLogger(Acknowledgements.class);
    private static final int MOST_ATTEMPTS = 20;

    private final Repository repository;
    private final AcknowledgementStore store;
    private final AnswerApplication application;
    private final FollowUps followUps;
    private final TradingPartners partners;
    private final Practices practices;
    private final SealedColumn<Notes> notes;

    Acknowledgements(
            Repository repository,
            AcknowledgementStore store,
            AnswerApplication application,
            FollowUps followUps,
            TradingPartners partners,
            Practices practices,
            Phi phi) {
        this.repository = repository;
        this.store = store;
        this.application = application;
        this.followUps = followUps;
        this.partners = partners;
        this.practices = practices;
        this.notes = phi.column("acknowledgement", "findings", Notes.class);
    }

    /** An acknowledgement, and whether its bytes had not come before. */
    record Received(AcknowledgementView view, boolean isNew) {}

    /** Keeps an uploaded file and understands it; the same bytes again change nothing. */
    Received receive(byte[] content) {
        Kept kept = QuarkusTransaction.requiringNew().call(() -> store.keep(content, Origin.UPLOAD));
        understand(kept.id());
        return new Received(find(kept.id()), kept.isNew());
    }

    /** Shows in the running transaction that a partner's file was refused without its bytes, and why. */
    UUID refuse(Origin origin, String sha256, long bytes, String reason) {
        Kept noted = store.note(sha256, bytes, origin);
        if (noted.isNew()) {
            refuse(existing(noted.id()), reason);
        }
        return noted.id();
    }

    AcknowledgementView find(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> view(existing(id)));
    }

    Page<AcknowledgementView> list(PageRequest page) {
        return QuarkusTransaction.requiringNew().call(() -> {
            Page<Acknowledgement> rows = Page.of(
                    repository
                            .find("id > ?1 order by id", page.afterId().orElse(new UUID(0, 0)))
                            .range(0, page.limit())
                            .list(),
                    page.limit(),
                    row -> row.id().toString());
            Map<UUID, AcknowledgementStore.Effects> effects =
                    store.effects(rows.items().stream().map(Acknowledgement::id).toList());
            return rows.map(row -> view(row, effects));
        });
    }

    /** The bytes as they came. */
    byte[] x12(UUID id) {
        return QuarkusTransaction.requiringNew().call(() -> {
            existing(id);
            return store.content(id).orElseThrow(() -> ProblemException.notFound("acknowledgement", id));
        });
    }

    /** Lets a kept file take effect, once. */
    void understand(UUID id) {
        try {
            QuarkusTransaction.requiringNew().run(() -> {
                Acknowledgement kept = repository.findById(id, LockModeType.PESSIMISTIC_WRITE);
                if (kept != null && kept.status() == Acknowledgement.Status.KEPT) {
                    apply(kept, store.content(id).orElseThrow());
                }
            });
        } catch (RuntimeException e) {
            QuarkusTransaction.requiringNew().run(() -> existing(id).failed());
            throw e;
        }
    }

    /** Takes up what a crash has left between keeping and understanding. */
    @Scheduled(
            every = "${superbill.acknowledgement.retry-every:30s}",
            identity = "understand-acknowledgements",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void understandKept() {
        practices.forEach(
                "understand-acknowledgements",
                () -> QuarkusTransaction.requiringNew().call(this::waiting).forEach(this::understand));
    }

    private List<UUID> waiting() {
        return repository
                .find("status = ?1 and attempts < ?2 order by id", Acknowledgement.Status.KEPT, MOST_ATTEMPTS)
                .stream()
                .map(Acknowledgement::id)
                .toList();
    }

    private void apply(Acknowledgement kept, byte[] content) {
        Reading reading;
        try {
            reading = AnswerReader.read(content);
        } catch (X12Exception e) {
            LOG.infof("Acknowledgement %s cannot be read: %s", kept.id(), e.getMessage());
            refuse(kept, e.issues().getFirst().toString());
            return;
        }
        if (reading.answers().isEmpty()) {
            refuse(kept, "There is neither a TA1 nor a 999 nor a 277CA in it");
            return;
        }
        UUID partnerId = kept.tradingPartnerId();
        List<Notes.Unmatched> unmatched = application.apply(
                kept.id(), kept.receivedAt(), reading, partnerId == null ? null : partners.find(partnerId));
        // moving claims has detached it
        existing(kept.id())
                .understood(reading.kind(), reading.outcome(), new Notes(unmatched, reading.warnings(), ""), notes);
    }

    /** Who uploads a file is told at once; of a partner's file, a person is. */
    private void refuse(Acknowledgement kept, String reason) {
        kept.unreadable(reason, notes);
        if (kept.tradingPartnerId() != null) {
            followUps.open(
                    FollowUpKind.UNREADABLE_FILE,
                    List.of(new FollowUps.About(null, null, kept.id())),
                    "A file of the partner's folder was refused: " + reason);
        }
    }

    private AcknowledgementView view(Acknowledgement acknowledgement) {
        return view(acknowledgement, store.effects(List.of(acknowledgement.id())));
    }

    private AcknowledgementView view(Acknowledgement acknowledgement, Map<UUID, AcknowledgementStore.Effects> effects) {
        return acknowledgement.view(
                effects.getOrDefault(acknowledgement.id(), AcknowledgementStore.Effects.NONE), notes);
    }

    private Acknowledgement existing(UUID id) {
        Acknowledgement found = repository.findById(id);
        if (found == null) {
            throw ProblemException.notFound("acknowledgement", id);
        }
        return found;
    }

    /** Acknowledgements as kept. */
    @ApplicationScoped
    static class Repository implements PanacheRepositoryBase<Acknowledgement, UUID> {}
}
