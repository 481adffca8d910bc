package dev.superbill.relay;

import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.connect.runtime.Herder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands one connector to the worker: first waits for its slot, then tries again while the worker is not ready for it. */
final class ConnectorStart implements Runnable {

    private static final Logger LOG = LoggerFactory.getLogger(ConnectorStart.class);
    private static final Duration PAUSE = Duration.ofMillis(500);
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final ConnectorFile file;
    private final Herder herder;
    private final OutboxSlot slot;

    ConnectorStart(ConnectorFile file, Herder herder, OutboxSlot slot) {
        this.file = file;
        this.herder = herder;
        this.slot = slot;
    }

    @Override
    public void run() {
        try {
            awaitSlot();
            while (!accepted()) {
                Thread.sleep(PAUSE);
            }
            LOG.info("Connector {} runs on slot {}", file.name(), slot);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void awaitSlot() throws InterruptedException {
        String last = "";
        while (true) {
            String missing;
            try {
                if (slot.exists()) {
                    return;
                }
                missing = "its slot or publication is not there";
            } catch (SQLException e) {
                missing = String.valueOf(e.getMessage());
            }
            if (!missing.equals(last)) {
                LOG.info("Connector {} waits for slot {}: {}", file.name(), slot, missing);
                last = missing;
            }
            Thread.sleep(PAUSE);
        }
    }

    /** False while the worker rebalances, or is not the leader's and cannot reach it yet. */
    private boolean accepted() throws InterruptedException {
        CompletableFuture<Void> answer = new CompletableFuture<>();
        herder.putConnectorConfig(file.name(), file.config(), true, (fault, created) -> {
            if (fault == null) {
                answer.complete(null);
            } else {
                answer.completeExceptionally(fault);
            }
        });
        try {
            answer.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
            return true;
        } catch (ExecutionException | TimeoutException e) {
            LOG.info("Connector {} is not accepted yet: {}", file.name(), String.valueOf(e.getMessage()));
            return false;
        }
    }
}
