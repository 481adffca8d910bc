package dev.superbill.testing;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;

import io.restassured.response.Response;

/** What every program of Superbill does about bearer tokens, whoever sends them: it verifies them itself. */
public final class TokenRules {

    private static final String PROBLEM = "application/problem+json";

    private TokenRules() {}

    /**
     * Asks the running application with each token that nobody may accept.
     *
     * @param program its name, such as {@code claims}
     * @param path an address that a biller may read
     */
    public static void check(String program, String path) {
        given().get(path).then().statusCode(401).contentType(PROBLEM).body("code", equalTo("UNAUTHENTICATED"));
        Tokens.unacceptable().forEach((fault, token) -> {
            Response answer = given().header("Authorization", "Bearer " + token).get(path);
            if (answer.statusCode() != 401 || !answer.contentType().startsWith(PROBLEM)) {
                throw new AssertionError("A token is answered with " + answer.statusCode() + " " + answer.contentType()
                        + " although it is: " + fault);
            }
        });
        Tokens.PROGRAMS.forEach(each -> given().header("Authorization", "Bearer " + Tokens.onlyFor(each))
                .get(path)
                .then()
                .statusCode(each.equals(program) ? 200 : 401));
        given().header("Authorization", "Basic YmlsbGVyOmJpbGxlcg==")
                .get(path)
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer " + Tokens.withoutPractice("biller"))
                .get(path)
                .then()
                .statusCode(403)
                .contentType(PROBLEM)
                .body("code", equalTo("PRACTICE_MISSING"));
        given().header("Authorization", Tokens.bearer("biller"))
                .get(path)
                .then()
                .statusCode(200);
    }
}
