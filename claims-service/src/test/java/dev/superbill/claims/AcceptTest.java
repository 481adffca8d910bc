package dev.superbill.claims;

import static org.hamcrest.Matchers.equalTo;

import dev.superbill.testing.Backed;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of what callers say that they accept. */
@QuarkusTest
@Backed(service = "claims")
class AcceptTest {

    /** Found out only when the answer is written, it would be answered with 500 after everything was done. */
    @ParameterizedTest
    @ValueSource(strings = {"", "2026-02-30", "application/"})
    void isReadBeforeAnythingIsDone(String accepted) {
        new Practice("yarrow")
                .as("billing-manager")
                .header("Accept", accepted)
                .get("/api/v1/payers")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("MALFORMED_HEADER"));
    }
}
