package dev.superbill.check;

import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.admin.ListConsumerGroupOffsetsSpec;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * The topics and who reads them.
 *
 * @param bootstrap such as {@code 127.0.0.1:19092}
 */
public record Topics(String bootstrap) {

    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MOST_IDLE_POLLS = 50;
    private static final String SERVICE_GROUP = "(scheduling|claims|payments|staff)\\..+";

    /** The ids (ce_id) of all events on these topics, from their beginnings to the ends that they have now. */
    Set<String> eventIds(Collection<String> topics) {
        Set<String> ids = new HashSet<>();
        try (KafkaConsumer<byte[], byte[]> reader =
                new KafkaConsumer<>(settings(), new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = topics.stream()
                    .flatMap(topic -> reader.partitionsFor(topic).stream())
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            reader.assign(partitions);
            reader.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = reader.endOffsets(partitions);
            int idle = 0;
            while (idle < MOST_IDLE_POLLS
                    && ends.entrySet().stream().anyMatch(end -> reader.position(end.getKey()) < end.getValue())) {
                var messages = reader.poll(POLL);
                idle = messages.isEmpty() ? idle + 1 : 0;
                messages.forEach(message -> {
                    Header id = message.headers().lastHeader("ce_id");
                    if (id != null && id.value() != null) {
                        ids.add(new String(id.value(), java.nio.charset.StandardCharsets.UTF_8));
                    }
                });
            }
            return ids;
        } catch (KafkaException e) {
            throw new CheckException("The broker cannot be read: " + e.getMessage(), e);
        }
    }

    /** Of these topics, those that keep only the last event of each key, and those that exist at all. */
    Map<String, Boolean> compacted(Collection<String> wanted) {
        return ask(admin -> {
            Set<String> there = new TreeSet<>(admin.listTopics().names().get());
            there.retainAll(new TreeSet<>(wanted));
            Map<String, Boolean> compacted = new HashMap<>();
            admin.describeConfigs(there.stream()
                            .map(topic -> new ConfigResource(ConfigResource.Type.TOPIC, topic))
                            .toList())
                    .all()
                    .get()
                    .forEach((topic, config) -> compacted.put(
                            topic.name(),
                            config.get(TopicConfig.CLEANUP_POLICY_CONFIG)
                                    .value()
                                    .contains("compact")));
            return compacted;
        });
    }

    /** The topics that each consumer of a service reads. */
    Map<String, Set<String>> consumers() {
        return ask(admin -> {
            Map<String, ListConsumerGroupOffsetsSpec> groups = new HashMap<>();
            for (GroupListing group : admin.listGroups().all().get()) {
                if (group.groupId().matches(SERVICE_GROUP)) {
                    groups.put(group.groupId(), new ListConsumerGroupOffsetsSpec());
                }
            }
            Map<String, Set<String>> read = new TreeMap<>();
            if (!groups.isEmpty()) {
                admin.listConsumerGroupOffsets(groups).all().get().forEach((group, offsets) -> {
                    Set<String> topics = read.computeIfAbsent(group, key -> new TreeSet<>());
                    offsets.keySet().forEach(partition -> topics.add(partition.topic()));
                });
            }
            return read;
        });
    }

    private interface Question<T> {
        T of(Admin admin) throws InterruptedException, ExecutionException;
    }

    private <T> T ask(Question<T> question) {
        try (Admin admin = Admin.create(settings())) {
            return question.of(admin);
        } catch (ExecutionException | KafkaException e) {
            throw new CheckException("The broker does not answer: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CheckException("Interrupted", e);
        }
    }

    private Properties settings() {
        Properties settings = new Properties();
        settings.put(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        settings.put(CommonClientConfigs.REQUEST_TIMEOUT_MS_CONFIG, "10000");
        settings.put(CommonClientConfigs.DEFAULT_API_TIMEOUT_MS_CONFIG, "20000");
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, "false");
        return settings;
    }
}
