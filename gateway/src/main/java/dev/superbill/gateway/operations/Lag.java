package dev.superbill.gateway.operations;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.jboss.logging.Logger;

/** Measures how far the services' consumers are behind. */
@ApplicationScoped
class Lag {

    private static final Logger LOG = Logger.getLogger(Lag.class);
    private static final int MOST_POLLS = 10;

    private final KafkaAdmin kafka;
    private final Clock clock;
    private final MultiGauge lagGauge;
    private final MultiGauge ageGauge;

    Lag(KafkaAdmin kafka, Clock clock, MeterRegistry registry) {
        this.kafka = kafka;
        this.clock = clock;
        this.lagGauge = MultiGauge.builder("superbill.consumer.lag")
                .description("Events that a consumer group has not applied yet")
                .register(registry);
        this.ageGauge = MultiGauge.builder("superbill.consumer.oldest.unread.age")
                .description("Age of the oldest event that a consumer group has not applied yet")
                .baseUnit("milliseconds")
                .register(registry);
    }

    /** The lag of every service's consumer, by group, topic and partition. */
    List<PartitionLag> measure() {
        List<String> groups = kafka.await(kafka.admin().listGroups().all()).stream()
                .map(GroupListing::groupId)
                .filter(Lag::isServiceConsumer)
                .toList();
        Map<String, Map<TopicPartition, OffsetAndMetadata>> committed = groups.isEmpty()
                ? Map.of()
                : kafka.await(kafka.admin()
                        .listConsumerGroupOffsets(groups.stream()
                                .collect(Collectors.toMap(group -> group, group -> new ListConsumerGroupOffsetsSpec())))
                        .all());
        Set<TopicPartition> partitions = new HashSet<>();
        committed.values().forEach(offsets -> partitions.addAll(offsets.keySet()));
        Map<TopicPartition, Long> ends = kafka.offsets(partitions, OffsetSpec.latest());
        try (KafkaConsumer<byte[], byte[]> reader = kafka.reader()) {
            List<PartitionLag> lags = new ArrayList<>();
            committed.forEach((group, offsets) -> lags.addAll(lags(reader, group, offsets, ends)));
            lags.sort(Comparator.comparing(PartitionLag::group)
                    .thenComparing(PartitionLag::topic)
                    .thenComparing(PartitionLag::partition));
            return lags;
        } catch (KafkaException e) {
            throw KafkaAdmin.unavailable();
        }
    }

    /** Groups of services are named {@code <service>.<consumer>}. */
    private static boolean isServiceConsumer(String group) {
        return group.matches("(scheduling|claims|payments|staff)\\..+");
    }

    private List<PartitionLag> lags(
            KafkaConsumer<byte[], byte[]> reader,
            String group,
            Map<TopicPartition, OffsetAndMetadata> offsets,
            Map<TopicPartition, Long> ends) {
        Map<TopicPartition, Long> behind = new HashMap<>();
        offsets.forEach((partition, offset) -> {
            if (offset != null && offset.offset() < ends.getOrDefault(partition, 0L)) {
                behind.put(partition, offset.offset());
            }
        });
        Map<TopicPartition, Long> ages = ages(reader, behind);
        List<PartitionLag> lags = new ArrayList<>();
        offsets.forEach((partition, offset) -> {
            if (offset != null) {
                long end = ends.getOrDefault(partition, offset.offset());
                lags.add(new PartitionLag(
                        group,
                        partition.topic(),
                        partition.partition(),
                        offset.offset(),
                        end,
                        Math.max(0, end - offset.offset()),
                        ages.getOrDefault(partition, 0L)));
            }
        });
        return lags;
    }

    /** Reads the first unread event of each partition for the time at which it was written. */
    private Map<TopicPartition, Long> ages(KafkaConsumer<byte[], byte[]> reader, Map<TopicPartition, Long> behind) {
        Map<TopicPartition, Long> ages = new HashMap<>();
        if (behind.isEmpty()) {
            return ages;
        }
        reader.assign(behind.keySet());
        behind.forEach((partition, offset) -> reader.seek(partition, offset));
        for (int poll = 0; poll < MOST_POLLS && ages.size() < behind.size(); poll++) {
            for (ConsumerRecord<byte[], byte[]> first : reader.poll(KafkaAdmin.POLL)) {
                TopicPartition partition = new TopicPartition(first.topic(), first.partition());
                if (ages.putIfAbsent(partition, Math.max(0, clock.millis() - first.timestamp())) == null) {
                    reader.pause(List.of(partition));
                }
            }
        }
        return ages;
    }

    @Scheduled(
            every = "{superbill.measure.every}",
            delayed = "15s",
            concurrentExecution = ConcurrentExecution.SKIP,
            identity = "measure-lag")
    void export() {
        try {
            List<PartitionLag> lags = measure();
            lagGauge.register(
                    lags.stream()
                            .map(lag -> MultiGauge.Row.of(tags(lag), lag.lag()))
                            .toList(),
                    true);
            ageGauge.register(
                    lags.stream()
                            .map(lag -> MultiGauge.Row.of(tags(lag), lag.oldestUnreadAgeMillis()))
                            .toList(),
                    true);
        } catch (RuntimeException e) {
            LOG.warnf("The lag could not be measured: %s", e.getMessage());
        }
    }

    private static Tags tags(PartitionLag lag) {
        return Tags.of("group", lag.group(), "topic", lag.topic(), "partition", Integer.toString(lag.partition()));
    }
}
