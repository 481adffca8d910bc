package dev.superbill.gateway.operations;

import dev.superbill.gateway.operations.DeadLetter.Origin;
import dev.superbill.platform.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Header;
import org.jspecify.annotations.Nullable;

/**
 * The dead-letter topics of all consumers. A replay puts the original bytes, key and headers back where they stood, so
 * that every consumer meets the event again under its own id: who had applied it passes over it. What was replayed is
 * remembered in a topic of its own, which keeps it out of the list.
 */
@ApplicationScoped
class DeadLetters {

    private static final String PREFIX = "dead-letter.";
    private static final String REPLAYED = "gateway.replayed-dead-letters";
    private static final int MOST_IDLE_POLLS = 25;

    private final KafkaAdmin kafka;

    DeadLetters(KafkaAdmin kafka) {
        this.kafka = kafka;
    }

    /** All dead letters that wait, by topic. */
    List<DeadLetter> waiting() {
        List<String> topics = topics();
        if (topics.isEmpty()) {
            return List.of();
        }
        Set<String> replayed = replayed();
        List<DeadLetter> letters = new ArrayList<>();
        read(topics, message -> {
            if (!replayed.contains(mark(message))) {
                letters.add(letter(message));
            }
        });
        return letters;
    }

    /** How many wait in each topic, from their places alone: no message is read. */
    Map<String, Long> counts() {
        List<String> topics = topics();
        Set<String> replayed = topics.isEmpty() ? Set.of() : replayed();
        Map<String, Long> counts = new TreeMap<>();
        List<TopicPartition> partitions = kafka.partitions(topics);
        Map<TopicPartition, Long> ends = kafka.offsets(partitions, OffsetSpec.latest());
        kafka.offsets(partitions, OffsetSpec.earliest()).forEach((partition, first) -> {
            long waiting = LongStream.range(first, ends.getOrDefault(partition, first))
                    .filter(offset ->
                            !replayed.contains(partition.topic() + "/" + partition.partition() + "-" + offset))
                    .count();
            counts.merge(partition.topic(), waiting, Long::sum);
        });
        return counts;
    }

    /**
     * Puts dead letters of a topic back.
     *
     * @param ids which of them; all that wait when null
     * @return how many were put back
     */
    int replay(String topic, @Nullable Set<String> ids) {
        if (!topics().contains(topic)) {
            throw ProblemException.notFound("dead-letter topic", topic);
        }
        makeReplayedTopic();
        Set<String> replayed = replayed();
        List<ConsumerRecord<byte[], byte[]>> wanted = new ArrayList<>();
        read(List.of(topic), message -> {
            if (!replayed.contains(mark(message)) && (ids == null || ids.contains(id(message)))) {
                wanted.add(message);
            }
        });
        try (KafkaProducer<byte[], byte[]> writer = kafka.writer()) {
            for (ConsumerRecord<byte[], byte[]> message : wanted) {
                writer.send(original(message)).get();
                byte[] mark = mark(message).getBytes(StandardCharsets.UTF_8);
                writer.send(new ProducerRecord<>(REPLAYED, mark, mark)).get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw KafkaAdmin.unavailable();
        } catch (ExecutionException e) {
            throw KafkaAdmin.unavailable();
        }
        return wanted.size();
    }

    private List<String> topics() {
        return kafka.await(kafka.admin().listTopics().names()).stream()
                .filter(name -> name.startsWith(PREFIX))
                .sorted()
                .toList();
    }

    private Set<String> replayed() {
        Set<String> marks = new HashSet<>();
        if (kafka.await(kafka.admin().listTopics().names()).contains(REPLAYED)) {
            read(List.of(REPLAYED), message -> marks.add(new String(message.key(), StandardCharsets.UTF_8)));
        }
        return marks;
    }

    private void makeReplayedTopic() {
        NewTopic topic = new NewTopic(REPLAYED, Optional.of(1), Optional.empty())
                .configs(Map.of(TopicConfig.CLEANUP_POLICY_CONFIG, TopicConfig.CLEANUP_POLICY_COMPACT));
        try {
            kafka.admin().createTopics(List.of(topic)).all().get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw KafkaAdmin.unavailable();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw KafkaAdmin.unavailable();
            }
        }
    }

    /** Reads topics from their beginning to the end that they have now. */
    private void read(List<String> topics, Consumer<ConsumerRecord<byte[], byte[]>> reader) {
        List<TopicPartition> partitions = kafka.partitions(topics);
        Map<TopicPartition, Long> ends = kafka.offsets(partitions, OffsetSpec.latest());
        try (KafkaConsumer<byte[], byte[]> consumer = kafka.reader()) {
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            int idle = 0;
            while (idle < MOST_IDLE_POLLS
                    && ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                var messages = consumer.poll(KafkaAdmin.POLL);
                idle = messages.isEmpty() ? idle + 1 : 0;
                messages.forEach(reader);
            }
        } catch (KafkaException e) {
            throw KafkaAdmin.unavailable();
        }
    }

    private static ProducerRecord<byte[], byte[]> original(ConsumerRecord<byte[], byte[]> message) {
        Origin origin = origin(message);
        if (origin.topic() == null) {
            throw ProblemException.unprocessable(
                    "ORIGIN_UNKNOWN",
                    "topic",
                    "A message does not say where it stood",
                    "Look at it with Kafka's tools");
        }
        ProducerRecord<byte[], byte[]> original = new ProducerRecord<>(origin.topic(), message.key(), message.value());
        for (Header header : message.headers()) {
            if (!header.key().startsWith(PREFIX)
                    && !header.key().startsWith("dead-letter")
                    && !header.key().startsWith("__")) {
                original.headers().add(header);
            }
        }
        return original;
    }

    private static DeadLetter letter(ConsumerRecord<byte[], byte[]> message) {
        String cause = text(message, "dead-letter-exception-class-name");
        String reason = text(message, "dead-letter-reason");
        return new DeadLetter(
                id(message),
                message.topic(),
                text(message, "ce_type"),
                message.key() == null ? null : new String(message.key(), StandardCharsets.UTF_8),
                origin(message),
                isOwnWords(cause) ? reason : cause,
                Instant.ofEpochMilli(message.timestamp()));
    }

    /** Only our own exceptions are known not to quote the payload. */
    private static boolean isOwnWords(@Nullable String exception) {
        return exception != null && exception.endsWith(".UnreadableEventException");
    }

    private static Origin origin(ConsumerRecord<byte[], byte[]> message) {
        return new Origin(
                text(message, "dead-letter-topic"),
                (int) number(text(message, "dead-letter-partition")),
                number(text(message, "dead-letter-offset")));
    }

    private static long number(@Nullable String text) {
        try {
            return text == null ? -1 : Long.parseLong(text);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    private static String id(ConsumerRecord<byte[], byte[]> message) {
        return message.partition() + "-" + message.offset();
    }

    private static String mark(ConsumerRecord<byte[], byte[]> message) {
        return message.topic() + "/" + id(message);
    }

    private static @Nullable String text(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null || header.value() == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }
}
