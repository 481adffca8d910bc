package dev.superbill.local.crash;

import dev.superbill.local.Port;
import dev.superbill.local.Road;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.jspecify.annotations.Nullable;

/** The broker as its operator sees it. */
public final class Broker implements AutoCloseable {

    private static final String SERVICE_GROUP = "(scheduling|claims|payments|staff)\\..+";

    private final Properties settings = new Properties();
    private final Admin admin;

    /** The broker of the shared stack. */
    public Broker(Road road) {
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, "127.0.0.1:" + road.port(Port.KAFKA));
        admin = Admin.create(settings);
    }

    /** All groups of services, with what each has committed. */
    Map<String, Map<TopicPartition, OffsetAndMetadata>> groups() throws Exception {
        Map<String, Map<TopicPartition, OffsetAndMetadata>> groups = new TreeMap<>();
        for (GroupListing group : admin.listGroups().all().get()) {
            if (group.groupId().matches(SERVICE_GROUP)) {
                Map<TopicPartition, OffsetAndMetadata> committed =
                        new HashMap<>(admin.listConsumerGroupOffsets(group.groupId())
                                .partitionsToOffsetAndMetadata()
                                .get());
                committed.values().removeIf(Objects::isNull);
                groups.put(group.groupId(), committed);
            }
        }
        return groups;
    }

    /** Begins every group anew, from offset zero; their members have to be gone. Gives how many events come again. */
    long rewind() throws Exception {
        long again = 0;
        for (var group : groups().entrySet()) {
            Map<TopicPartition, OffsetAndMetadata> beginning = new HashMap<>();
            for (var committed : group.getValue().entrySet()) {
                again += committed.getValue().offset();
                beginning.put(committed.getKey(), new OffsetAndMetadata(0));
            }
            admin.alterConsumerGroupOffsets(group.getKey(), beginning).all().get();
        }
        return again;
    }

    /** How many events the groups have before them. */
    long lag() throws Exception {
        long lag = 0;
        try (KafkaConsumer<byte[], byte[]> reader = reader()) {
            for (var group : groups().values()) {
                Map<TopicPartition, Long> ends = reader.endOffsets(group.keySet());
                for (var committed : group.entrySet()) {
                    lag += ends.getOrDefault(committed.getKey(), 0L)
                            - committed.getValue().offset();
                }
            }
        }
        return lag;
    }

    /** How many processes read a group's topic now. */
    int members(String group) throws Exception {
        return admin.describeConsumerGroups(List.of(group))
                .describedGroups()
                .get(group)
                .get()
                .members()
                .size();
    }

    /** All topics but the broker's own. */
    public Set<String> topics() throws Exception {
        return admin.listTopics().names().get();
    }

    /** All messages of topics, up to the ends that they have now. */
    public List<ConsumerRecord<byte[], byte[]>> read(Collection<String> topics) {
        List<ConsumerRecord<byte[], byte[]>> messages = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> reader = reader()) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> reader.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            while (ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                reader.poll(Duration.ofMillis(200)).forEach(messages::add);
            }
        }
        return messages;
    }

    int partitions(String topic) {
        try (KafkaConsumer<byte[], byte[]> reader = reader()) {
            return reader.partitionsFor(topic).size();
        }
    }

    /** Puts messages on a topic, in their order. */
    void send(List<ProducerRecord<byte[], byte[]>> messages) throws Exception {
        try (KafkaProducer<byte[], byte[]> writer =
                new KafkaProducer<>(settings, new ByteArraySerializer(), new ByteArraySerializer())) {
            for (ProducerRecord<byte[], byte[]> message : messages) {
                writer.send(message).get();
            }
        }
    }

    static @Nullable String header(ConsumerRecord<byte[], byte[]> message, String name) {
        Header header = message.headers().lastHeader(name);
        return header == null ? null : new String(header.value(), StandardCharsets.UTF_8);
    }

    private KafkaConsumer<byte[], byte[]> reader() {
        return new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    @Override
    public void close() {
        admin.close();
    }
}
