package dev.superbill.local.part;

import dev.superbill.local.Home;
import dev.superbill.local.Port;
import dev.superbill.local.Settings;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Superbill's own programs, and what each is told by its environment. */
final class Services {

    private static final Set<String> NEEDS = Set.of(PostgreSql.NAME, KafkaBroker.NAME, Keycloak.NAME);

    private final Home home;
    private final Settings settings;

    Services(Home home, Settings settings) {
        this.home = home;
        this.settings = settings;
    }

    List<QuarkusService> all() {
        return List.of(
                service("scheduling", Port.SCHEDULING, Map.of()),
                service("claims", Port.CLAIMS, sftp()),
                service("payments", Port.PAYMENTS, sftp()),
                service("staff", Port.STAFF, Map.of()),
                gateway());
    }

    private QuarkusService service(String name, Port port, Map<String, String> own) {
        Map<String, String> environment = common(port);
        environment.putAll(Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL", Databases.url(settings.port(Port.POSTGRESQL), name),
                "QUARKUS_DATASOURCE_USERNAME", Databases.app(name),
                "QUARKUS_DATASOURCE_PASSWORD", Databases.app(name),
                "QUARKUS_FLYWAY_USERNAME", Databases.owner(name),
                "QUARKUS_FLYWAY_PASSWORD", Databases.owner(name)));
        // no real patient is ever known here
        environment.put("SUPERBILL_PHI_ALLOW_LOCAL_DEVELOPMENT_KEY", "true");
        environment.putAll(own);
        environment.putAll(settings.environmentOf(name));
        return QuarkusService.of(home, settings, name, name + "-service", port, NEEDS, environment);
    }

    private QuarkusService gateway() {
        Map<String, String> environment = common(Port.GATEWAY);
        Map.of(
                        "SCHEDULING", Port.SCHEDULING,
                        "CLAIMS", Port.CLAIMS,
                        "PAYMENTS", Port.PAYMENTS,
                        "STAFF", Port.STAFF)
                .forEach((route, port) ->
                        environment.put("SUPERBILL_ROUTE_" + route, "http://127.0.0.1:" + settings.port(port)));
        environment.putAll(settings.environmentOf("gateway"));
        return QuarkusService.of(home, settings, "gateway", "gateway", Port.GATEWAY, NEEDS, environment);
    }

    private Map<String, String> common(Port port) {
        return new HashMap<>(Map.of(
                "QUARKUS_HTTP_HOST",
                "127.0.0.1",
                "QUARKUS_HTTP_PORT",
                Integer.toString(settings.port(port)),
                "KAFKA_BOOTSTRAP_SERVERS",
                "127.0.0.1:" + settings.port(Port.KAFKA),
                "QUARKUS_OIDC_AUTH_SERVER_URL",
                settings.issuer()));
    }

    private Map<String, String> sftp() {
        return Map.of("SUPERBILL_SFTP_PRIVATE_KEY", home.sshKey().toString());
    }

    static String upperCase(String name) {
        return name.toUpperCase(Locale.ROOT);
    }
}
