package dev.superbill.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.superbill.testing.Backed;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.TestEvents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "staff")
class HealthTest {

    @Inject
    StuckConsumer stuck;

    @Test
    void isReadyWithItsPartitionsAndNotAliveOnceAConsumerHangs() {
        Eventually.asserted(() -> ready().statusCode(200).body("status", equalTo("UP")));
        ready().body("checks.name", hasItem("event consumers"))
                .body("checks.name", hasItem("Database connections health check"))
                .body("checks.name", hasItem("SmallRye Reactive Messaging - readiness check"));
        live().statusCode(200).body("checks.name", hasItem("event consumers ask"));

        TestEvents.publish("platform.stuck", "k", "dev.superbill.platform.stuck.v1", "maple", Map.of("id", "1"));
        Eventually.asserted(() -> assertThat(stuck.isEntered()).isTrue());
        Eventually.asserted(() -> live().statusCode(503));

        List<String> down = live().extract().path("checks.findAll { it.status == 'DOWN' }.name");
        assertThat(down).containsExactly("SmallRye Reactive Messaging - liveness check");
        stuck.release();
    }

    private static ValidatableResponse ready() {
        return given().get("/q/health/ready").then();
    }

    private static ValidatableResponse live() {
        return given().get("/q/health/live").then();
    }
}
