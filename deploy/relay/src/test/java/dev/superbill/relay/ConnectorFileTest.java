package dev.superbill.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectorFileTest {

    @TempDir
    private Path folder;

    @Test
    void fillsInVariablesOfTheEnvironmentAndLeavesThoseOfTheRouter() throws IOException {
        Files.writeString(
                folder.resolve("a.properties"),
                "name=a\nurl=${env:HOST}:${env:PORT}\ntransforms.outbox.route.topic.replacement=${routedByValue}\n");

        ConnectorFile connector = ConnectorFile.in(folder).getFirst();

        assertThat(connector.resolved("url", Map.of("HOST", "db", "PORT", "5432")))
                .isEqualTo("db:5432");
        assertThat(connector.config()).containsEntry("transforms.outbox.route.topic.replacement", "${routedByValue}");
        assertThatThrownBy(() -> connector.resolved("url", Map.of("HOST", "db")))
                .hasMessage("Connector a needs the environment variable PORT for its url");
    }

    @Test
    void aFileWithoutNameIsRefused() throws IOException {
        Files.writeString(folder.resolve("b.properties"), "connector.class=X\n");

        assertThatThrownBy(() -> ConnectorFile.in(folder)).hasMessageContaining("names no connector");
    }

    @Test
    void connectorsOfAllDatabasesDifferInNamesOnly() {
        List<ConnectorFile> connectors = ConnectorFile.in(Path.of("connectors"));

        assertThat(connectors)
                .extracting(ConnectorFile::name)
                .containsExactly("outbox-claims", "outbox-payments", "outbox-scheduling", "outbox-staff");
        assertThat(connectors.stream().map(ConnectorFileTest::withoutDatabase).distinct())
                .hasSize(1);
    }

    private static Map<String, String> withoutDatabase(ConnectorFile connector) {
        String database = connector.name().substring("outbox-".length());
        Map<String, String> config = new TreeMap<>();
        connector
                .config()
                .forEach((key, value) ->
                        config.put(key, value.replace(database, "*").replace(database.toUpperCase(Locale.ROOT), "*")));
        return config;
    }
}
