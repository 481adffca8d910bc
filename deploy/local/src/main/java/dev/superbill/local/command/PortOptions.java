package dev.superbill.local.command;

import dev.superbill.local.Home;
import dev.superbill.local.Settings;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Ports from the command line. */
final class PortOptions {

    @Option(
            names = "--port",
            paramLabel = "NAME=N",
            description = {
                "Another port for a part, such as gateway=9090; may be repeated.",
                "Names: postgresql, kafka, kafka-controller, keycloak, keycloak-management, relay, clearinghouse,"
                        + " clearinghouse-http, scheduling, claims, payments, staff, gateway."
            })
    private Map<String, Integer> ports = new LinkedHashMap<>();

    Settings settings(Home home) {
        return Settings.of(home, ports);
    }

    Map<String, Integer> chosen() {
        return ports;
    }
}
