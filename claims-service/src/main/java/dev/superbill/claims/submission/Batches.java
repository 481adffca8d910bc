package dev.superbill.claims.submission;

import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.ProblemException;
import dev.superbill.x12.ControlNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Makes batches and shows them. */
@ApplicationScoped
@Transactional
class Batches {

    private final BatchBuilder builder;
    private final BatchRepository repository;
    private final BatchStore store;
    private final Clock clock;

    Batches(BatchBuilder builder, BatchRepository repository, BatchStore store, Clock clock) {
        this.builder = builder;
        this.repository = repository;
        this.store = store;
        this.clock = clock;
    }

    BatchView build(@Nullable BatchRequest request) {
        BatchBuilder.Built built = builder.build(request == null ? BatchRequest.OF_ALL : request);
        repository.flush();
        return view(built.batch(), built.held());
    }

    BatchView find(UUID id) {
        return view(existing(id), List.of());
    }

    Page<BatchView> list(PageRequest page) {
        List<Batch> rows = repository.page(page);
        List<UUID> ids = rows.stream().map(Batch::id).toList();
        Map<UUID, List<UUID>> claimIds = store.claimIds(ids);
        Map<UUID, List<BatchStore.Answer>> answers = store.answers(ids);
        return Page.of(rows, page.limit(), batch -> batch.id().toString())
                .map(batch -> view(
                        batch,
                        claimIds.getOrDefault(batch.id(), List.of()),
                        answers.getOrDefault(batch.id(), List.of()),
                        List.of()));
    }

    /** Has it sent soon, whatever the pause after a failure. */
    BatchView retry(UUID id) {
        Batch batch = existing(id);
        if (!batch.status().isToBeSent()) {
            throw ProblemException.conflict(
                    "NOTHING_TO_SEND", "The batch is " + batch.status() + ": nothing is to be sent");
        }
        batch.retry(clock.instant());
        repository.flush();
        return view(batch, List.of());
    }

    /** The interchange as it is sent. */
    byte[] x12(UUID id) {
        existing(id);
        return store.content(id).orElseThrow(() -> ProblemException.notFound("interchange of the batch", id));
    }

    /** A claim's own ST…SE as last written. */
    String claimX12(UUID claimId) {
        return store.lastX12(claimId)
                .orElseThrow(() -> ProblemException.notFound("written form of the claim", claimId));
    }

    private Batch existing(UUID id) {
        Batch batch = repository.findById(id);
        if (batch == null) {
            throw ProblemException.notFound("batch", id);
        }
        return batch;
    }

    private BatchView view(Batch batch, List<UUID> held) {
        List<UUID> one = List.of(batch.id());
        return view(
                batch,
                store.claimIds(one).getOrDefault(batch.id(), List.of()),
                store.answers(one).getOrDefault(batch.id(), List.of()),
                held);
    }

    private static BatchView view(Batch batch, List<UUID> claimIds, List<BatchStore.Answer> answers, List<UUID> held) {
        Long number = batch.interchangeNumber();
        return new BatchView(
                batch.id(),
                batch.status(),
                number == null ? null : ControlNumbers.nineDigits(number),
                claimIds,
                claimIds.size(),
                batch.tradingPartnerId(),
                batch.payerId(),
                number == null ? null : batch.fileName(),
                batch.bytes(),
                batch.sha256(),
                batch.createdAt(),
                batch.sentAt(),
                batch.attempts(),
                batch.nextAttemptAt(),
                batch.lastError(),
                answers.stream()
                        .map(answer -> new BatchView.Acknowledgement(
                                answer.id(), answer.kind(), answer.outcome(), answer.receivedAt()))
                        .toList(),
                held,
                batch.version());
    }
}
