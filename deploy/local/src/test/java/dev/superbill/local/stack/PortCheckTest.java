package dev.superbill.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.local.Home;
import dev.superbill.local.Settings;
import dev.superbill.local.SettingsException;
import dev.superbill.local.part.Parts;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortCheckTest {

    @TempDir
    private Path folder;

    @Test
    void namesThePartThatAPortIsTakenFromAndWhatToSet() throws IOException {
        Home home = new Home(folder, folder);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            Settings settings = new Settings(Map.of(), Map.of(), Map.of("kafka-controller", other.getLocalPort()));

            assertThatThrownBy(() -> PortCheck.refuseTaken(home, settings, Parts.of(home, settings, List.of("kafka"))))
                    .isInstanceOf(SettingsException.class)
                    .hasMessageContaining("Port " + other.getLocalPort() + ", which kafka needs, is taken")
                    .hasMessageContaining("--port kafka-controller=N")
                    .hasMessageContaining("SUPERBILL_PORT_KAFKA_CONTROLLER=N")
                    .hasMessageContaining("port.kafka-controller=N in " + home.settingsFile());
        }
    }

    @Test
    void aPortThatWasGivenUpIsFree() throws IOException {
        int number;
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            number = other.getLocalPort();
            assertThat(PortCheck.isTaken(number)).isTrue();
        }
        assertThat(PortCheck.isTaken(number)).isFalse();
    }
}
