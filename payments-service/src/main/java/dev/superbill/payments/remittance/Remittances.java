package dev.superbill.payments.remittance;

import dev.superbill.kernel.UuidV7;
import dev.superbill.platform.practice.Practices;
import dev.superbill.platform.web.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.UUID;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** The life of remittances: taken in, read, posted; whatever is left undone is done later. */
@ApplicationScoped
class Remittances {

    private static final Logger LOG = Logger.getLogger(Remittances.class);

    /** Files up to this size, some thousands of claims, are posted before they are answered. */
    private static final long MOST_BYTES_AT_ONCE = 2L << 20;

    /** Each transaction costs some milliseconds, however small it is. */
    private static final int MOST_TRANSACTIONS_AT_ONCE = 500;

    private static final Duration PAUSE = Duration.ofMillis(50);
    private static final int MOST_PAUSES = 600;
    private static final int MOST_AT_ONCE = 20;

    private final Intake intake;
    private final RemittanceWork work;
    private final RemittanceTable remittances;
    private final KeptFiles files;
    private final Practices practices;

    Remittances(Intake intake, RemittanceWork work, RemittanceTable remittances, KeptFiles files, Practices practices) {
        this.intake = intake;
        this.work = work;
        this.remittances = remittances;
        this.files = files;
        this.practices = practices;
    }

    /**
     * A remittance and whether it is new.
     *
     * @param isNew false when the same bytes had come before
     */
    record Received(Remittance remittance, boolean isNew) {}

    /** An upload, outside of a transaction. */
    Received upload(InputStream in) throws IOException {
        return receive(intake.keepUpload(in));
    }

    /** A file from a trading partner, outside of a transaction. */
    Received fetch(InputStream in, String source) throws IOException {
        return receive(intake.keep(in, source));
    }

    private Received receive(Intake.Receipt receipt) {
        UUID id = receipt.remittance().id();
        if (!receipt.isNew()) {
            return new Received(awaitRead(id), false);
        }
        try {
            int transactions = intake.read(receipt.remittance());
            if (receipt.remittance().bytes() <= MOST_BYTES_AT_ONCE && transactions <= MOST_TRANSACTIONS_AT_ONCE) {
                postIfReadable(id, receipt.worker());
            } else {
                release(id, receipt.worker());
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "Remittance %s is kept and will be worked on later", id);
            release(id, receipt.worker());
        }
        return new Received(get(id), true);
    }

    /** The first to send these bytes may still be reading them; the answer is the same for all. */
    private Remittance awaitRead(UUID id) {
        Remittance remittance = get(id);
        for (int i = 0; i < MOST_PAUSES && remittance.status().equals(Remittance.RECEIVED); i++) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return remittance;
            }
            remittance = get(id);
        }
        return remittance;
    }

    /** Goes on with what was left: big files, and whatever a crash has interrupted. */
    @Scheduled(
            every = "{superbill.remittance.work-every}",
            identity = "post-remittances",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void workOff() {
        practices.forEach(
                "post-remittances",
                () -> in(() -> remittances.abandoned(MOST_AT_ONCE)).forEach(this::workOff));
    }

    private void workOff(Remittance remittance) {
        UUID worker = UuidV7.next();
        if (!in(() -> remittances.take(remittance.id(), worker))) {
            return;
        }
        try {
            if (remittance.status().equals(Remittance.RECEIVED)) {
                intake.read(remittance);
            }
            postIfReadable(remittance.id(), worker);
        } catch (RuntimeException e) {
            LOG.errorf(e, "Remittance %s could not be worked off and will be tried again", remittance.id());
        }
    }

    @Scheduled(every = "12h", delayed = "10m", identity = "discard-abandoned-uploads")
    void discardAbandoned() {
        practices.forEach("discard-abandoned-uploads", files::discardAbandoned);
    }

    private void postIfReadable(UUID id, UUID worker) {
        if (get(id).refusal() == null) {
            work.post(id, worker);
        }
    }

    private void release(UUID id, UUID worker) {
        in(() -> {
            remittances.release(id, worker);
            return Boolean.TRUE;
        });
    }

    /** The remittance with this id. */
    Remittance get(UUID id) {
        return in(() -> remittances.find(id)).orElseThrow(() -> ProblemException.notFound("remittance", id));
    }

    /**
     * The bytes as they came.
     *
     * @throws ProblemException 403 when other practices' patients are in it too
     */
    InputStream open(UUID id) {
        if (get(id).ofOthers() > 0) {
            throw ProblemException.forbidden(
                    "FILE_OF_SEVERAL_PRACTICES", "The file holds transactions of other practices and is shown to none");
        }
        return files.open(id);
    }

    private static <T> T in(Supplier<T> work) {
        return QuarkusTransaction.requiringNew().call(work::get);
    }
}
