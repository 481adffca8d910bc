package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The whole road on the packaged parts: visits become claims, claims become remittances, and the books agree. */
@ExtendWith(Road.Given.class)
class RoadIT {

    @Test
    void carriesADayOfVisitsToABalancedLedger(Road road) throws IOException, InterruptedException {
        Road.Result demo = road.day();

        assertThat(demo.exitCode()).as(demo.output()).isZero();
        assertThat(demo.output()).contains("Everything agrees to the cent");
        JsonNode status =
                new ObjectMapper().readTree(road.run("status", "--json").output());
        assertThat(status.path("parts"))
                .hasSize(10)
                .allSatisfy(part -> assertThat(part.path("state").asText()).isEqualTo("healthy"));
        Road.Result check = road.run("check");
        assertThat(check.exitCode()).as(check.output()).isZero();
    }
}
