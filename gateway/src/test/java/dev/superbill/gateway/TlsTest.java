package dev.superbill.gateway;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.superbill.testing.Backed;
import dev.superbill.testing.Tokens;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.net.URI;
import javax.net.ssl.SSLException;
import org.junit.jupiter.api.Test;

/** The gateway with TLS on both sides, by settings alone. */
@QuarkusTest
@Backed
@WithTestResource(SecureUpstream.class)
class TlsTest {

    @TestHTTPResource(value = "/", tls = true)
    URI gateway;

    @Test
    void servesByTlsAndReachesServicesThatItTrustsByTls() {
        secure().get("/api/v1/payers").then().statusCode(200).body("items.size()", equalTo(0));

        // scheduling shows a certificate that nobody has vouched for
        secure().get("/api/v1/patients").then().statusCode(503).body("code", equalTo("SERVICE_UNAVAILABLE"));
        secure().get("/api/v1/work-day?date=2026-11-25")
                .then()
                .statusCode(200)
                .body("missing", hasItem("scheduling"))
                .body("missing.size()", equalTo(1));

        assertThatThrownBy(() -> given().baseUri(gateway.toString()).get("/api/v1/payers"))
                .isInstanceOf(SSLException.class);
    }

    private RequestSpecification secure() {
        return given().baseUri(gateway.toString())
                .trustStore(SecureUpstream.FOLDER.resolve("trusted.p12").toString(), SecureUpstream.PASSWORD)
                .header("Authorization", Tokens.bearer("manager"));
    }
}
