package dev.superbill.staff;

import static io.restassured.RestAssured.given;

import dev.superbill.testing.Backed;
import dev.superbill.testing.OpenApiRules;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "staff")
class InterfaceTest {

    @Test
    void describesEveryOperationWithTrueExamples() {
        OpenApiRules.check(given().get("/q/openapi?format=json").asString());
    }
}
