package dev.superbill.staff;

import static io.restassured.RestAssured.given;

import dev.superbill.kernel.Npi;
import dev.superbill.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.util.concurrent.atomic.AtomicInteger;

/** What the tests of this service do again and again. */
public final class Office {

    private static final AtomicInteger NEXT = new AtomicInteger(123_456_700);

    private Office() {}

    /** A request with the token of a local user. */
    public static RequestSpecification as(String user) {
        return given().header("Authorization", Tokens.bearer(user)).contentType(ContentType.JSON);
    }

    /** An NPI that no test has used yet. */
    public static Npi npi() {
        return Npi.completing(Integer.toString(NEXT.getAndIncrement()));
    }

    public static String provider(String npi) {
        return """
                {"npi": "%s", "taxonomy": "207Q00000X", "lastName": "Okafor", "firstName": "Ngozi"}""".formatted(npi);
    }

    /** Enters a provider of maple. */
    public static String entered() {
        return as("hr").body(provider(npi().value()))
                .post("/api/v1/providers")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
