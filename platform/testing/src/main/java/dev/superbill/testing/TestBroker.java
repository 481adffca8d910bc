package dev.superbill.testing;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import io.strimzi.test.container.StrimziKafkaCluster;

/** A real Kafka broker for the tests of this JVM. Like production's, it makes no topic that nobody asked for. */
final class TestBroker {

    private static final String BOOTSTRAP_SERVERS = Docker.isUsed() ? container() : embedded();

    private TestBroker() {}

    static String bootstrapServers() {
        return BOOTSTRAP_SERVERS;
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static String embedded() {
        EmbeddedKafkaBroker broker = new EmbeddedKafkaBroker()
                .withAdditionalProperties(properties -> {
                    properties.put("auto.create.topics.enable", "false");
                    properties.put("offsets.topic.num.partitions", "1");
                    properties.put("group.initial.rebalance.delay.ms", "0");
                })
                .withDeleteLogDirsOnClose(true)
                .start();
        Runtime.getRuntime().addShutdownHook(new Thread(broker::close));
        return broker.getAdvertisedListeners().replaceFirst("^[A-Z_]+://", "");
    }

    @SuppressWarnings("resource") // Testcontainers removes it with the JVM
    private static String container() {
        StrimziKafkaCluster cluster = new StrimziKafkaCluster.StrimziKafkaClusterBuilder()
                .withNumberOfBrokers(1)
                .withSharedNetwork()
                .build();
        cluster.start();
        return cluster.getBootstrapServers();
    }
}
