package dev.superbill.claims.submission;

import dev.superbill.claims.submission.partner.TradingPartnerView;
import dev.superbill.claims.submission.partner.TradingPartners;
import dev.superbill.platform.practice.Practices;
import dev.superbill.platform.sftp.RemoteFolder;
import dev.superbill.platform.sftp.SftpConnections;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.Clock;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sends batches, each exactly once. A file is written under a temporary name, that is noted, and then it is renamed to a
 * name that belongs to its interchange alone. After a crash anywhere in between the two names tell what has happened:
 *
 * <ul>
 *   <li>the final name is there: it was sent;
 *   <li>noted as uploaded and the temporary name is there: only the renaming is missing;
 *   <li>noted as uploaded and neither is there: it was renamed, and the partner has already taken it away;
 *   <li>else the partner has nothing that it would read: from the beginning.
 * </ul>
 */
@ApplicationScoped
class BatchSender {

    private static final Logger LOG = Logger.getLogger(BatchSender.class);

    private final BatchRepository batches;
    private final BatchStore store;
    private final BatchLock lock;
    private final TradingPartners partners;
    private final SftpConnections connections;
    private final SentClaims sentClaims;
    private final Practices practices;
    private final Clock clock;

    BatchSender(
            BatchRepository batches,
            BatchStore store,
            BatchLock lock,
            TradingPartners partners,
            SftpConnections connections,
            SentClaims sentClaims,
            Practices practices,
            Clock clock) {
        this.batches = batches;
        this.store = store;
        this.lock = lock;
        this.partners = partners;
        this.connections = connections;
        this.sentClaims = sentClaims;
        this.practices = practices;
        this.clock = clock;
    }

    /** A file on its way. */
    private record Parcel(
            UUID batchId, BatchStatus status, String fileName, byte[] content, TradingPartnerView partner) {

        String temporaryName() {
            return fileName + ".tmp";
        }
    }

    @Scheduled(
            every = "${superbill.batch.send-every:1s}",
            identity = "send-batches",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void sendDue() {
        practices.forEach("send-batches", () -> due().forEach(this::send));
    }

    /** Sends a batch of the current practice, unless that is done or under way. */
    void send(UUID batchId) {
        lock.ifFree(batchId, () -> {
            Parcel parcel = QuarkusTransaction.requiringNew().call(() -> parcel(batchId));
            if (parcel == null) {
                return;
            }
            try {
                connections.inFolder(
                        parcel.partner().address(), parcel.partner().outboundFolder(), folder -> {
                            deliver(parcel, folder);
                            return Boolean.TRUE;
                        });
                QuarkusTransaction.requiringNew()
                        .run(() -> sentClaims.markSent(batches.findById(batchId), clock.instant()));
            } catch (IOException e) {
                LOG.warnf("Batch %s could not be sent and will be tried again: %s", batchId, e);
                QuarkusTransaction.requiringNew()
                        .run(() -> batches.findById(batchId).failed(clock.instant(), describe(e)));
            }
        });
    }

    private List<UUID> due() {
        return QuarkusTransaction.requiringNew().call(() -> batches.due(clock.instant()));
    }

    private @Nullable Parcel parcel(UUID batchId) {
        Batch batch = batches.findById(batchId);
        if (batch == null || !batch.status().isToBeSent()) {
            return null;
        }
        return new Parcel(
                batchId,
                batch.status(),
                batch.fileName(),
                store.content(batchId).orElseThrow(),
                partners.find(batch.tradingPartnerId()));
    }

    private void deliver(Parcel parcel, RemoteFolder folder) throws IOException {
        OptionalLong delivered = folder.sizeOf(parcel.fileName());
        if (delivered.isPresent()) {
            if (delivered.getAsLong() != parcel.content().length) {
                throw new IOException("Another file of the name " + parcel.fileName() + " lies at the partner");
            }
            return;
        }
        if (parcel.status() == BatchStatus.UPLOADED) {
            OptionalLong uploaded = folder.sizeOf(parcel.temporaryName());
            if (uploaded.isEmpty()) {
                return;
            }
            if (uploaded.getAsLong() == parcel.content().length) {
                folder.rename(parcel.temporaryName(), parcel.fileName());
                return;
            }
            note(parcel, Batch::uploadLost);
        }
        folder.write(parcel.temporaryName(), parcel.content());
        note(parcel, Batch::uploaded);
        folder.rename(parcel.temporaryName(), parcel.fileName());
    }

    private void note(Parcel parcel, java.util.function.Consumer<Batch> change) {
        QuarkusTransaction.requiringNew().run(() -> change.accept(batches.findById(parcel.batchId())));
    }

    /** The faults of SFTP name hosts, files and keys, never what is in a file. */
    private static String describe(IOException e) {
        String message = e.getMessage();
        return message == null || message.isBlank() ? e.getClass().getSimpleName() : message;
    }
}
