package dev.superbill.payments.remittance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.SoftAssertions.assertSoftly;

import dev.superbill.testing.Backed;
import dev.superbill.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Every real 835 that lies beside the project ends in an honest status, and the books balance after each of them. */
@QuarkusTest
@Backed(service = "payments")
@EnabledIf("hasFiles")
class RealRemittancesTest {

    private static final Path FILES = Path.of("../../shared/x12");
    private static final Set<String> FINAL =
            Set.of("POSTED", "PARTLY_POSTED", "HELD", "DUPLICATE", "REJECTED", "SUPERSEDED");

    private final String practice = "r" + UUID.randomUUID().toString().substring(0, 13);

    static boolean hasFiles() {
        return Files.isDirectory(FILES);
    }

    @Test
    void endHonestlyAndLeaveTheBooksBalanced() throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.walk(FILES)) {
            files = all.filter(Files::isRegularFile)
                    .filter(RealRemittancesTest::isRemittance)
                    .sorted()
                    .toList();
        }
        assertThat(files).isNotEmpty();
        assertSoftly(softly -> files.forEach(file -> check(softly, file)));
        String before = balance();
        files.forEach(
                file -> assertThat(send(file).statusCode()).as(file.toString()).isIn(200, 422));
        assertThat(balance()).isEqualTo(before);
    }

    private void check(SoftAssertions softly, Path file) {
        Response answer = send(file);
        softly.assertThat(answer.statusCode()).as(file.toString()).isIn(200, 201, 422);
        if (answer.statusCode() == 422) {
            softly.assertThat(answer.<String>path("instance"))
                    .as(file.toString())
                    .contains("/remittances/");
            return;
        }
        JsonPath remittance = answer.jsonPath();
        softly.assertThat(FINAL).as(file.toString()).contains(remittance.getString("status"));
        List<Map<String, Object>> transactions = remittance.getList("transactions");
        for (Map<String, Object> transaction : transactions) {
            boolean posts = Set.of("POSTED", "PARTLY_POSTED").contains(transaction.get("status"));
            long clearing = clearing(remittance.getString("id") + "/" + transaction.get("ordinal"));
            softly.assertThat(clearing)
                    .as(
                            "%s: clearing of transaction %s, %s",
                            file, transaction.get("ordinal"), transaction.get("status"))
                    .isEqualTo(posts ? ((Number) transaction.get("paymentCents")).longValue() : 0);
            if (!posts) {
                softly.assertThat((List<?>) transaction.get("reasons"))
                        .as("%s: reasons", file)
                        .isNotEmpty();
            }
        }
    }

    private long clearing(String transaction) {
        long cents = 0;
        String next = null;
        do {
            JsonPath page = as("auditor")
                    .queryParam("source", "remittance:" + transaction)
                    .queryParam("account", "clearing")
                    .queryParam("limit", 500)
                    .queryParams(next == null ? Map.of() : Map.of("cursor", next))
                    .get("/api/v1/ledger/entries")
                    .jsonPath();
            List<List<Map<String, Object>>> postings = page.getList("items.postings");
            cents += postings.stream()
                    .flatMap(List::stream)
                    .filter(posting -> posting.get("account").equals("clearing"))
                    .mapToLong(posting -> ((Number) posting.get("amountCents")).longValue())
                    .sum();
            next = page.getString("next");
        } while (next != null);
        return cents;
    }

    private String balance() {
        JsonPath balance = as("auditor").get("/api/v1/ledger/trial-balance").jsonPath();
        assertThat(balance.getLong("debitCents")).isEqualTo(balance.getLong("creditCents"));
        return balance.prettify();
    }

    private Response send(Path file) {
        return as("biller")
                .contentType("application/edi-x12")
                .body(file.toFile())
                .post("/api/v1/remittances");
    }

    private RequestSpecification as(String user) {
        return given().header("Authorization", Tokens.bearer(user + "@" + practice));
    }

    private static boolean isRemittance(Path file) {
        try {
            return new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1)
                    .contains("ST*835");
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
