package dev.superbill.testing;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.CommonClientConfigs;
import org.apache.kafka.common.config.SslConfigs;
import org.jspecify.annotations.Nullable;

/** Starts what {@link Backed} promises; the servers live as long as the JVM, so that all tests of a module share them. */
public class Backing implements QuarkusTestResourceConfigurableLifecycleManager<Backed> {

    private String service = "";
    private boolean encrypted;
    private @Nullable TestRelay relay;

    @Override
    public void init(Backed annotation) {
        service = annotation.service();
        encrypted = annotation.encrypted();
    }

    @Override
    public Map<String, String> start() {
        Map<String, String> settings = new HashMap<>(encrypted ? encrypted() : plain());
        if (!service.isEmpty()) {
            settings.put("quarkus.datasource.username", service + "_app");
            settings.put("quarkus.datasource.password", service + "_app");
            settings.put("quarkus.flyway.username", service + "_owner");
            settings.put("quarkus.flyway.password", service + "_owner");
        }
        settings.put("quarkus.oidc.auth-server-url", TestIssuer.url());
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }

    private Map<String, String> plain() {
        String brokers = TestBroker.bootstrapServers();
        Map<String, String> settings = new HashMap<>(Map.of("kafka.bootstrap.servers", brokers));
        if (!service.isEmpty()) {
            TestDatabase database = TestDatabase.of(service);
            settings.put("quarkus.datasource.jdbc.url", database.url());
            relay = TestRelay.start(database, Map.of(), Map.of(CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG, brokers));
        }
        return settings;
    }

    /** As the operations handbook says it. */
    private Map<String, String> encrypted() {
        String brokers = TestAuthority.broker();
        TestDatabase database = TestAuthority.database(service);
        String authority = TestAuthority.trusted().toString();
        relay = TestRelay.start(
                database,
                Map.of("database.sslmode", "verify-full", "database.sslrootcert", authority),
                Map.of(
                        CommonClientConfigs.BOOTSTRAP_SERVERS_CONFIG,
                        brokers,
                        CommonClientConfigs.SECURITY_PROTOCOL_CONFIG,
                        "SSL",
                        SslConfigs.SSL_TRUSTSTORE_TYPE_CONFIG,
                        "PEM",
                        SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG,
                        authority));
        return Map.of(
                "quarkus.datasource.jdbc.url",
                database.url() + "?sslmode=verify-full&sslrootcert=" + authority,
                "kafka.bootstrap.servers",
                brokers,
                "kafka.security.protocol",
                "SSL",
                "kafka.ssl.truststore.type",
                "PEM",
                "kafka.ssl.truststore.location",
                authority);
    }

    @Override
    public void stop() {
        if (relay != null) {
            relay.close();
        }
    }
}
