package dev.superbill.testing;

import io.quarkus.test.common.QuarkusTestResourceConfigurableLifecycleManager;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Starts what {@link Backed} promises; the servers live as long as the JVM, so that all tests of a module share them. */
public class Backing implements QuarkusTestResourceConfigurableLifecycleManager<Backed> {

    private String service = "";
    private @Nullable TestRelay relay;

    @Override
    public void init(Backed annotation) {
        service = annotation.service();
    }

    @Override
    public Map<String, String> start() {
        String brokers = TestBroker.bootstrapServers();
        Map<String, String> settings = new HashMap<>();
        if (!service.isEmpty()) {
            TestDatabase database = TestDatabase.of(service);
            relay = TestRelay.start(database, brokers);
            settings.put("quarkus.datasource.jdbc.url", database.url());
            settings.put("quarkus.datasource.username", database.appRole());
            settings.put("quarkus.datasource.password", database.appRole());
            settings.put("quarkus.flyway.username", database.ownerRole());
            settings.put("quarkus.flyway.password", database.ownerRole());
        }
        settings.put("kafka.bootstrap.servers", brokers);
        settings.put("quarkus.oidc.auth-server-url", TestIssuer.url());
        settings.put("quarkus.http.test-port", "0");
        return settings;
    }

    @Override
    public void stop() {
        if (relay != null) {
            relay.close();
        }
    }
}
