package dev.superbill.local.command;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.local.stack.PartSnapshot;
import dev.superbill.local.stack.PartState;
import dev.superbill.local.stack.ProcessIdentity;
import dev.superbill.local.stack.StackSnapshot;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatusCommandTest {

    @Test
    void tellsOtherProgramsOfEachPart() throws IOException {
        ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
        PartSnapshot running = new PartSnapshot("claims", self, PartState.HEALTHY, "http://localhost:18102", 1, "");
        PartSnapshot down = new PartSnapshot("staff", null, PartState.DOWN, "http://localhost:18104", 0, "");

        JsonNode json = new ObjectMapper()
                .readTree(StatusCommand.json(new StackSnapshot(
                        self, "http://localhost:8080", "http://localhost:18080", List.of(running, down))));

        assertThat(json.path("gateway").asText()).isEqualTo("http://localhost:8080");
        JsonNode first = json.path("parts").path(0);
        assertThat(first.path("name").asText()).isEqualTo("claims");
        assertThat(first.path("pid").asLong()).isEqualTo(self.pid());
        assertThat(first.path("state").asText()).isEqualTo("healthy");
        assertThat(first.path("address").asText()).isEqualTo("http://localhost:18102");
        assertThat(first.path("residentBytes").asLong()).isPositive();
        JsonNode second = json.path("parts").path(1);
        assertThat(second.path("pid").isNull()).isTrue();
        assertThat(second.path("state").asText()).isEqualTo("down");
        assertThat(second.path("residentBytes").asLong()).isZero();
    }
}
