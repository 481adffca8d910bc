package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class SettingsTest {

    @Test
    void commandLineGoesBeforeEnvironmentAndEnvironmentBeforeFile() {
        Map<String, String> file = Map.of("port.gateway", "1001", "port.claims", "1002", "port.staff", "1003");
        Map<String, String> environment = Map.of("SUPERBILL_PORT_GATEWAY", "2001", "SUPERBILL_PORT_CLAIMS", "2002");

        Settings settings = new Settings(file, environment, Map.of("gateway", 3001));

        assertThat(settings.port(Port.GATEWAY)).isEqualTo(3001);
        assertThat(settings.port(Port.CLAIMS)).isEqualTo(2002);
        assertThat(settings.port(Port.STAFF)).isEqualTo(1003);
        assertThat(settings.port(Port.PAYMENTS)).isEqualTo(18103);
    }

    @Test
    void addressesFollowThePorts() {
        Settings settings = new Settings(
                Map.of("port.keycloak-management", "9001"),
                Map.of("SUPERBILL_PORT_KEYCLOAK", "9000"),
                Map.of("gateway", 80));

        assertThat(settings.gateway()).isEqualTo("http://localhost:80");
        assertThat(settings.issuer()).isEqualTo("http://localhost:9000/realms/superbill");
        assertThat(settings.port(Port.KEYCLOAK_MANAGEMENT)).isEqualTo(9001);
    }

    @Test
    void variablesForAPartAreItsOwn() {
        Settings settings = new Settings(
                Map.of("environment.claims.KAFKA_BOOTSTRAP_SERVERS", "broker:9092", "environment.staff.X", "y"),
                Map.of(),
                Map.of());

        assertThat(settings.environmentOf("claims")).containsOnly(Map.entry("KAFKA_BOOTSTRAP_SERVERS", "broker:9092"));
        assertThat(settings.environmentOf("payments")).isEmpty();
    }

    @Test
    void partsOfOthersAreLeftOut() {
        Settings settings = new Settings(Map.of("without", "kafka, keycloak"), Map.of(), Map.of());

        assertThat(settings.without()).containsExactlyInAnyOrder("kafka", "keycloak");
    }

    @Test
    void aWrongSizeIsNamed() {
        assertThat(new Settings(Map.of(), Map.of(), Map.of()).relayLog()).isEqualTo("8GB");
        assertThat(new Settings(Map.of(), Map.of("SUPERBILL_RELAY_LOG", "512MB"), Map.of()).relayLog())
                .isEqualTo("512MB");
        assertThatThrownBy(() -> new Settings(Map.of("relay-log", "much"), Map.of(), Map.of()).relayLog())
                .isInstanceOf(SettingsException.class)
                .hasMessage("relay-log is much, which is no size such as 512MB or 8GB");
    }

    @Test
    void aWrongPortIsNamed() {
        assertThatThrownBy(() -> new Settings(Map.of("port.gateway", "eighty"), Map.of(), Map.of()))
                .isInstanceOf(SettingsException.class)
                .hasMessage("port.gateway is eighty, which is no port number");
        assertThatThrownBy(() -> new Settings(Map.of("port.gateway", "0"), Map.of(), Map.of()))
                .hasMessage("port.gateway is 0; a port is between 1 and 65535");
        assertThatThrownBy(() -> new Settings(Map.of(), Map.of(), Map.of("gatway", 80)))
                .hasMessageStartingWith("There is no port named gatway; the names are postgresql, kafka,");
        assertThatThrownBy(() -> new Settings(Map.of(), Map.of(), Map.of("gateway", 18101)))
                .hasMessage("port.scheduling and port.gateway are both set to port 18101");
    }
}
