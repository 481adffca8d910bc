package dev.superbill.platform.events;

import dev.superbill.platform.database.TransientFault;
import dev.superbill.platform.events.EventHandlers.Handler;
import dev.superbill.platform.phi.Phi;
import dev.superbill.platform.practice.PracticeContext;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Scope;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.interceptor.Interceptor;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.random.RandomGenerator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jboss.logging.Logger;

/**
 * Applies each event once. The event's id is recorded in the transaction that applies it, so that a redelivery, a replay
 * from the beginning and a crash between commit and acknowledgement change nothing. A fault that passes (a database that
 * restarts, a lost race) is tried again here, in order; any other leaves as an exception, and the channel parks the
 * message in its dead-letter topic.
 */
@ApplicationScoped
public class Inbox {

    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(50);
    /**
     * With the pauses above, which jitter can double, at most 283 seconds: below the 300 at which a channel counts as stuck
     * ({@code throttled.unprocessed-record-max-age}).
     */
    private static final int MOST_ATTEMPTS = 35;

    private final AgroalDataSource dataSource;
    private final PracticeContext context;
    private final Phi phi;
    private final Tracer tracer;
    private final RandomGenerator jitter = RandomGenerator.getDefault();
    private volatile boolean stopping;

    Inbox(AgroalDataSource dataSource, PracticeContext context, Phi phi, Tracer tracer) {
        this.dataSource = dataSource;
        this.context = context;
        this.phi = phi;
        this.tracer = tracer;
    }

    /** From now on parts of the service go away, and what fails for that reason is not the message's fault. */
    void stop(@Observes @Priority(Interceptor.Priority.PLATFORM_BEFORE) ShutdownEvent shutdown) {
        stopping = true;
    }

    /**
     * Applies a message once, in a transaction of its own and for the practice that it names.
     *
     * @param consumer the consumer's name, {@code <service>.<consumer>}: its Kafka group
     * @throws UnreadableEventException when the message can never be applied
     */
    @SuppressWarnings("try") // the scope does its work by being open
    public void receive(String consumer, ConsumerRecord<String, byte[]> message, EventHandlers handlers) {
        if (stopping) {
            leaveUnread();
        }
        EventEnvelope envelope = EventEnvelope.of(message.headers());
        Handler<?> handler = handlers.of(envelope);
        if (handler == null) {
            return;
        }
        Span span = tracer.spanBuilder("apply " + envelope.typeName())
                .setAttribute("superbill.consumer", consumer)
                .startSpan();
        try (Scope scope = span.makeCurrent()) {
            applyWithPatience(consumer, envelope, handler, EventJson.text(message.value()));
        } catch (RuntimeException e) {
            if (stopping) {
                leaveUnread();
            }
            // its message may quote data
            span.setStatus(StatusCode.ERROR, e.getClass().getSimpleName());
            throw e;
        } finally {
            span.end();
        }
    }

    private void applyWithPatience(String consumer, EventEnvelope envelope, Handler<?> handler, String payload) {
        Duration pause = FIRST_PAUSE;
        for (int attempt = 1; ; attempt++) {
            try {
                context.run(
                        envelope.practice(),
                        "event:" + consumer,
                        () -> QuarkusTransaction.requiringNew()
                                .run(() -> applyOnce(consumer, envelope, handler, payload)));
                return;
            } catch (RuntimeException e) {
                if (stopping || !TransientFault.causes(e) || attempt == MOST_ATTEMPTS) {
                    throw e;
                }
                LOG.warnf("Event %s waits %s for another attempt: %s", envelope.id(), pause, TransientFault.name(e));
                pause(pause);
                Duration longer = pause.multipliedBy(2);
                pause = longer.compareTo(LONGEST_PAUSE) < 0 ? longer : LONGEST_PAUSE;
            }
        }
    }

    /**
     * Neither acknowledges a message nor parks it, so that the next process reads it again: to return would be the one, to throw
     * the other. The thread ends with this process.
     */
    private static void leaveUnread() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("The service has stopped", e);
        }
    }

    private void applyOnce(String consumer, EventEnvelope envelope, Handler<?> handler, String payload) {
        if (recordFirst(consumer, envelope)) {
            handler.apply(payload, envelope, phi.cipher());
        }
    }

    private boolean recordFirst(String consumer, EventEnvelope envelope) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into consumed_event (consumer, event_id, practice_id) values (?, ?, ?) on conflict do nothing")) {
            insert.setString(1, consumer);
            insert.setObject(2, envelope.id());
            insert.setString(3, envelope.practice().value());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("The event could not be recorded", e);
        }
    }

    private void pause(Duration pause) {
        try {
            Thread.sleep(pause.plusMillis(jitter.nextLong(pause.toMillis())));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while waiting for another attempt", e);
        }
    }
}
