package dev.superbill.platform.events;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import io.smallrye.reactive.messaging.kafka.KafkaConsumer;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.common.Metric;
import org.apache.kafka.common.MetricName;

/**
 * The service's Kafka consumers as they see themselves. Read from the clients' own measures, which need neither the
 * broker nor the thread that polls: a question about health never waits for what it asks about.
 */
@ApplicationScoped
class Consumers {

    /**
     * One consumer.
     *
     * @param group {@code <service>.<consumer>}
     * @param assigned how many partitions are its own at this moment
     * @param joined whether the group has given it a share, be it none, since it started
     * @param sincePoll how long ago it last asked for events; zero before its first question
     */
    record State(String group, int assigned, boolean joined, Duration sincePoll) {}

    private final KafkaClientService clients;

    Consumers(KafkaClientService clients) {
        this.clients = clients;
    }

    /** Each consumer of this process, by group. */
    List<State> states() {
        return clients.getConsumerChannels().stream()
                .flatMap(channel -> clients.getConsumers(channel).stream())
                .map(Consumers::state)
                .sorted(Comparator.comparing(State::group))
                .toList();
    }

    private static State state(KafkaConsumer<?, ?> consumer) {
        Map<String, Double> measures = consumer.unwrap().metrics().entrySet().stream()
                .filter(measure -> measure.getValue().metricValue() instanceof Double && isOfClient(measure.getKey()))
                .collect(Collectors.toMap(
                        measure -> measure.getKey().name(), measure -> value(measure.getValue()), Math::max));
        return new State(
                String.valueOf(consumer.configuration().get(ConsumerConfig.GROUP_ID_CONFIG)),
                measures.getOrDefault("assigned-partitions", 0.0).intValue(),
                measures.getOrDefault("rebalance-total", 0.0) > 0,
                Duration.ofSeconds(Math.max(
                        0, measures.getOrDefault("last-poll-seconds-ago", 0.0).longValue())));
    }

    private static boolean isOfClient(MetricName name) {
        return switch (name.name()) {
            case "assigned-partitions", "rebalance-total", "last-poll-seconds-ago" -> true;
            default -> false;
        };
    }

    private static double value(Metric metric) {
        return metric.metricValue() instanceof Double number ? number : 0;
    }
}
