package dev.superbill.testing;

import io.smallrye.reactive.messaging.kafka.companion.test.EmbeddedKafkaBroker;
import io.strimzi.test.container.StrimziKafkaCluster;
import java.nio.file.Path;
import java.util.Map;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.security.auth.SecurityProtocol;

/** A real Kafka broker for the tests of this JVM. Like production's, it makes no topic that nobody asked for. */
final class TestBroker {

    private static final String BOOTSTRAP_SERVERS = Docker.isUsed() ? container() : start(embedded(Map.of()));

    private TestBroker() {}

    static String bootstrapServers() {
        return BOOTSTRAP_SERVERS;
    }

    /** A broker of its own, which lives as long as the JVM and lets nobody in without TLS. */
    static String encrypted(Path keyStore, Path trustStore, String password) {
        return start(embedded(Map.of(
                        "inter.broker.listener.name",
                        "SSL",
                        SslConfigs.SSL_KEYSTORE_TYPE_CONFIG,
                        "PKCS12",
                        SslConfigs.SSL_KEYSTORE_LOCATION_CONFIG,
                        keyStore.toString(),
                        SslConfigs.SSL_KEYSTORE_PASSWORD_CONFIG,
                        password,
                        // it is a client of its own
                        SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG,
                        "PKCS12",
                        SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                        trustStore.toString(),
                        SslConfigs.SSL_TRUSTSTORE_PASSWORD_CONFIG,
                        password))
                .withAdvertisedListeners(EmbeddedKafkaBroker.endpoint(SecurityProtocol.SSL, "localhost", 0)));
    }

    private static EmbeddedKafkaBroker embedded(Map<String, String> more) {
        return new EmbeddedKafkaBroker()
                .withAdditionalProperties(properties -> {
                    properties.putAll(more);
                    properties.put("auto.create.topics.enable", "false");
                    properties.put("offsets.topic.num.partitions", "1");
                    properties.put("group.initial.rebalance.delay.ms", "0");
                })
                .withDeleteLogDirsOnClose(true);
    }

    @SuppressWarnings("resource") // lives as long as the JVM
    private static String start(EmbeddedKafkaBroker broker) {
        broker.start();
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
