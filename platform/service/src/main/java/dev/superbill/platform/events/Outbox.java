package dev.superbill.platform.events;

import dev.superbill.kernel.UuidV7;
import dev.superbill.phi.PracticeCipher;
import dev.superbill.platform.phi.Phi;
import dev.superbill.platform.practice.PracticeContext;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Where events wait for the relay: rows that become visible together with the change that they tell of. */
@ApplicationScoped
public class Outbox {

    private static final String INSERT = """
            insert into outbox (id, aggregatetype, aggregateid, type, source, time, subject, practice_id, dataschema, traceparent, payload)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """;

    private final AgroalDataSource dataSource;
    private final PracticeContext context;
    private final Phi phi;
    private final Clock clock;
    private final String source;

    Outbox(
            AgroalDataSource dataSource,
            PracticeContext context,
            Phi phi,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.name") String application) {
        this.dataSource = dataSource;
        this.context = context;
        this.phi = phi;
        this.clock = clock;
        this.source = "/" + application;
    }

    /** Writes an event in the running transaction. */
    public void publish(OutboxEvent event) {
        publish(List.of(event));
    }

    /**
     * Writes events in the running transaction, in one batch and in their order.
     *
     * @throws IllegalStateException outside a transaction
     */
    public void publish(List<OutboxEvent> events) {
        if (QuarkusTransaction.getStatus() != Status.STATUS_ACTIVE) {
            throw new IllegalStateException("An event is published in the transaction of the change that it tells of");
        }
        if (events.isEmpty()) {
            return;
        }
        String practice = context.practice().value();
        PracticeCipher cipher = phi.cipher();
        String traceparent = traceparent();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(INSERT)) {
            for (OutboxEvent event : events) {
                insert.setObject(1, UuidV7.next(clock));
                insert.setString(2, event.topic());
                insert.setString(3, event.key());
                insert.setString(4, event.type());
                insert.setString(5, source);
                insert.setString(6, clock.instant().toString());
                insert.setString(7, event.subject());
                insert.setString(8, practice);
                insert.setString(9, "https://superbill.dev/events/" + event.type() + ".schema.json");
                insert.setString(10, traceparent);
                insert.setString(11, EventJson.write(event.payload(), cipher));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw new IllegalStateException("The events could not be written to the outbox", e);
        }
    }

    /** Makes next weeks' partitions of the outbox and drops old ones. */
    @Scheduled(every = "12h", delayed = "1m", identity = "roll-outbox-partitions")
    void roll() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement call = connection.prepareStatement("call roll_outbox_partitions()")) {
            call.execute();
        } catch (SQLException e) {
            throw new IllegalStateException("The outbox's partitions could not be rolled", e);
        }
    }

    private static @Nullable String traceparent() {
        SpanContext span = Span.current().getSpanContext();
        return span.isValid()
                ? "00-" + span.getTraceId() + "-" + span.getSpanId() + "-"
                        + span.getTraceFlags().asHex()
                : null;
    }
}
