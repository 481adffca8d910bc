package dev.superbill.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.superbill.kernel.UuidV7;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Speaks to a service under test in events, and listens to what it says. */
public final class TestEvents {

    private static final ObjectMapper JSON = new ObjectMapper()
            .registerModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS);
    private static final int PARTITIONS = 3;

    private TestEvents() {}

    /**
     * Publishes an event with a new id, sealed where its contract says so; the topic is made when its owner is not under
     * test.
     */
    public static UUID publish(String topic, String key, String type, String practice, Object payload) {
        UUID id = UuidV7.next();
        publish(topic, key, type, practice, payload, id);
        return id;
    }

    /** Publishes an event with a given id: twice the same id is a redelivery. */
    public static void publish(String topic, String key, String type, String practice, Object payload, UUID id) {
        publishRaw(
                topic,
                key,
                payload instanceof String text
                        ? text
                        : EventContracts.sealed(type, practice, JSON.valueToTree(payload)),
                Map.of(
                        "ce_id",
                        id.toString(),
                        "ce_type",
                        type,
                        "ce_source",
                        "/test",
                        "ce_specversion",
                        "1.0",
                        "ce_time",
                        Instant.now().toString(),
                        "ce_subject",
                        key,
                        "ce_practiceid",
                        practice));
    }

    /** Publishes whatever is given, for tests of poison. */
    public static void publishRaw(String topic, String key, String value, Map<String, String> headers) {
        make(topic);
        ProducerRecord<String, String> message = new ProducerRecord<>(topic, key, value);
        headers.forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        try {
            Producer.INSTANCE.send(message).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** All events that stand in a topic now, in no particular order across keys. */
    public static List<SentEvent> sent(String topic) {
        make(topic);
        Properties properties = new Properties();
        properties.put(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestBroker.bootstrapServers());
        List<SentEvent> events = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(properties, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(partition -> new TopicPartition(topic, partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> events.add(event(message)));
            }
        }
        return events;
    }

    /** Makes a consumer group that has read nothing of a topic yet. */
    public static void commitAtBeginning(String group, String topic) {
        try (Admin admin =
                Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestBroker.bootstrapServers()))) {
            Map<TopicPartition, OffsetAndMetadata> offsets = new HashMap<>();
            for (int partition = 0; partition < PARTITIONS; partition++) {
                offsets.put(new TopicPartition(topic, partition), new OffsetAndMetadata(0));
            }
            admin.alterConsumerGroupOffsets(group, offsets).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Waits until an event of the wanted kind stands in a topic, and gives it. */
    public static SentEvent awaitSent(String topic, Predicate<SentEvent> wanted) {
        List<SentEvent> found = new ArrayList<>();
        Eventually.asserted(() -> {
            found.clear();
            sent(topic).stream().filter(wanted).forEach(found::add);
            if (found.isEmpty()) {
                throw new AssertionError("No such event in " + topic + " yet");
            }
        });
        return found.getFirst();
    }

    private static SentEvent event(ConsumerRecord<String, String> message) {
        try {
            return new SentEvent(
                    message.topic(),
                    message.key(),
                    header(message, "ce_id"),
                    header(message, "ce_type"),
                    header(message, "ce_practiceid"),
                    JSON.readTree(message.value() == null ? "null" : message.value()));
        } catch (JsonProcessingException e) {
            return new SentEvent(
                    message.topic(),
                    message.key(),
                    "",
                    "",
                    "",
                    JSON.getNodeFactory().textNode(message.value()));
        }
    }

    private static String header(ConsumerRecord<String, String> message, String name) {
        return Optional.ofNullable(message.headers().lastHeader(name))
                .map(Header::value)
                .map(value -> new String(value, StandardCharsets.UTF_8))
                .orElse("");
    }

    private static void make(String topic) {
        try (Admin admin =
                Admin.create(Map.of(ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, TestBroker.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, Optional.of(PARTITIONS), Optional.empty())))
                    .all()
                    .get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** One producer for the tests of a JVM. */
    private static final class Producer {

        static final KafkaProducer<String, String> INSTANCE = new KafkaProducer<>(
                Map.of(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, TestBroker.bootstrapServers()),
                new StringSerializer(),
                new StringSerializer());

        private Producer() {}
    }
}
