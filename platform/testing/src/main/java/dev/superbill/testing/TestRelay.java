package dev.superbill.testing;

import io.debezium.embedded.async.ConvertingAsyncEngineBuilderFactory;
import io.debezium.engine.ChangeEvent;
import io.debezium.engine.DebeziumEngine;
import io.debezium.engine.Header;
import io.debezium.engine.format.Json;
import io.debezium.engine.format.KeyValueHeaderChangeEventFormat;
import io.debezium.engine.format.SimpleString;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * The event relay in the test's own JVM: the connector file of production on Debezium's embedded engine. (Kafka Connect's
 * web server and Quarkus REST do not live together in one JVM; end-to-end tests run the worker itself.)
 */
final class TestRelay implements AutoCloseable {

    private static final String HEARTBEATS = "__debezium-heartbeat";

    private final TestDatabase database;
    private final Properties connector;
    private final KafkaProducer<String, String> producer;
    private final Thread thread;
    private volatile @Nullable DebeziumEngine<?> engine;
    private volatile boolean closed;

    private TestRelay(TestDatabase database, Map<String, String> connecting, Map<String, Object> broker) {
        this.database = database;
        this.connector = connector(database);
        connector.putAll(connecting);
        Map<String, Object> sending = new HashMap<>(broker);
        sending.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        sending.put(ProducerConfig.LINGER_MS_CONFIG, 0);
        this.producer = new KafkaProducer<>(sending, new StringSerializer(), new StringSerializer());
        this.thread = Thread.ofPlatform().daemon().name("test-relay").start(this::run);
    }

    /**
     * Starts one.
     *
     * @param connecting what its connector is told beyond the file of production
     * @param broker how it reaches the broker
     */
    static TestRelay start(TestDatabase database, Map<String, String> connecting, Map<String, Object> broker) {
        return new TestRelay(database, connecting, broker);
    }

    private static Properties connector(TestDatabase database) {
        Properties properties = new Properties();
        Path file = Repository.root().resolve("deploy/relay/connectors/" + database.name() + ".properties");
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        properties.putAll(Map.of(
                "database.hostname", database.host(),
                "database.port", Integer.toString(database.port()),
                "database.dbname", database.name(),
                "database.user", database.relayRole(),
                "database.password", database.relayRole(),
                // as the worker's properties have it
                "offset.flush.interval.ms", "1000",
                "offset.storage", "org.apache.kafka.connect.storage.MemoryOffsetBackingStore",
                "header.converter.schemas.enable", "false"));
        return properties;
    }

    /** Waits until the service's migrations have made the slot, and starts the engine then. */
    private void run() {
        while (!closed && !slotExists()) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                return;
            }
        }
        if (closed) {
            return;
        }
        DebeziumEngine<ChangeEvent<String, String>> started = DebeziumEngine.create(
                        KeyValueHeaderChangeEventFormat.of(SimpleString.class, SimpleString.class, Json.class),
                        ConvertingAsyncEngineBuilderFactory.class.getName())
                .using(connector)
                .notifying(this::send)
                .build();
        engine = started;
        started.run();
    }

    private boolean slotExists() {
        try (Connection connection = database.connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet slot = statement.executeQuery(
                        "select 1 from pg_replication_slots where slot_name = 'outbox_" + database.name() + "'")) {
            return slot.next();
        } catch (SQLException e) {
            return false;
        }
    }

    private void send(
            List<ChangeEvent<String, String>> events,
            DebeziumEngine.RecordCommitter<ChangeEvent<String, String>> committer)
            throws InterruptedException {
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        for (ChangeEvent<String, String> event : events) {
            if (event.destination().startsWith(HEARTBEATS)) {
                continue;
            }
            ProducerRecord<String, String> message =
                    new ProducerRecord<>(event.destination(), event.key(), event.value());
            for (Header<?> header : event.headers()) {
                message.headers().add(new RecordHeader(header.getKey(), headerText(header.getValue())));
            }
            sent.add(producer.send(message));
        }
        try {
            for (Future<RecordMetadata> one : sent) {
                one.get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException("The broker refused an event", e);
        }
        for (ChangeEvent<String, String> event : events) {
            committer.markProcessed(event);
        }
        committer.markBatchFinished();
    }

    /** The engine gives headers as JSON texts: a string in quotes. */
    private static byte[] headerText(@Nullable Object value) {
        String text = String.valueOf(value);
        boolean quoted = text.length() >= 2 && text.startsWith("\"") && text.endsWith("\"");
        return (quoted ? text.substring(1, text.length() - 1) : text).getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        closed = true;
        DebeziumEngine<?> running = engine;
        try {
            if (running != null) {
                running.close();
            }
            thread.join(10_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            producer.close();
        }
    }
}
