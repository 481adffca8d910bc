package dev.superbill.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.Port;
import dev.superbill.local.Road;
import dev.superbill.local.client.Api;
import dev.superbill.local.client.Waiting;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Frequencies 7 and 8 against what the clearinghouse sends: it reverses its decision, and decides a replacement anew. */
@ExtendWith(Road.Given.class)
class ReplacementIT {

    private static final Duration DECISIONS_TAKE = Duration.ofMinutes(3);
    private static final Set<String> UNDECIDED =
            Set.of("SCRUBBED", "BATCHED", "SENT", "RECEIVED", "ACCEPTED", "REVERSED_PENDING");
    private static final String PAYER = "62308";

    @Test
    void adjudicatesAReplacementAndThenItsVoid(Road road) throws IOException, InterruptedException {
        Road.Result demo = road.run("demo", "--visits", "2", "--patients", "2");
        assertThat(demo.exitCode()).as(demo.output()).isZero();
        treatOrdinarily(road);
        Api api = road.api();
        String payer = api.all(Practice.BILLING_MANAGER, "/payers").stream()
                .filter(known -> known.path("payerIdentifier").asText().equals(PAYER))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
        Map<String, Object> visit = visit(api, patient(api, payer));
        JsonNode taken = api.post(Practice.BILLER, "/encounters", visit);
        String encounter = taken.path("id").asText();
        String claim = taken.path("claimIds").path(0).asText();
        decide(api, claim, payer);

        String replacement = succeed(api, claim, "replace");
        visit.put("lines", lines(18_000));
        JsonNode recoded = api.put(Practice.BILLER, "/encounters/" + encounter, visit);
        assertThat(recoded.path("claimIds").path(0).asText()).isEqualTo(replacement);
        decide(api, replacement, payer);
        assertThat(claim(api, replacement).path("paidCents").asLong()).isPositive();
        agrees(api, encounter, replacement, 18_000);
        assertThat(claim(api, claim).path("status").asText()).isEqualTo("REPLACED");
        assertThat(paidOnLine(claim(api, claim))).isZero();

        String voiding = succeed(api, replacement, "void");
        decide(api, voiding, payer);
        agrees(api, encounter, voiding, 0);
        assertThat(claim(api, replacement).path("status").asText()).isEqualTo("VOIDED");
    }

    /** Sends the claim and waits for the payer's decision. */
    private static void decide(Api api, String claim, String payer) {
        assertThat(claim(api, claim).path("status").asText()).isEqualTo("SCRUBBED");
        api.post(Practice.BILLER, "/batches", Map.of("payerId", payer));
        List<JsonNode> seen = new ArrayList<>();
        Waiting.until(DECISIONS_TAKE, () -> {
            seen.addFirst(claim(api, claim));
            return !UNDECIDED.contains(seen.getFirst().path("status").asText());
        });
        assertThat(seen.getFirst().path("status").asText())
                .as(seen.getFirst().toString())
                .isIn("ADJUDICATED", "CLOSED");
    }

    /** The books of the encounter come to agree with the claim, and with its charge. */
    private static void agrees(Api api, String encounter, String claim, long charge) {
        List<String> seen = new ArrayList<>();
        boolean agreed = Waiting.until(DECISIONS_TAKE, () -> {
            JsonNode account = api.get(Practice.BILLING_MANAGER, "/accounts/" + encounter);
            JsonNode shown = claim(api, claim);
            seen.addFirst(account + " and " + shown);
            long paid = account.path("paidCents").asLong();
            long open = account.path("payerBalanceCents").asLong()
                    + account.path("patientBalanceCents").asLong();
            return account.path("chargeCents").asLong() == charge
                    && charge == paid + account.path("adjustedCents").asLong() + open
                    && paid == shown.path("paidCents").asLong()
                    && paid == paidOnLine(shown);
        });
        assertThat(agreed).as(seen.getFirst()).isTrue();
    }

    private static JsonNode claim(Api api, String id) {
        return api.get(Practice.BILLER, "/claims/" + id);
    }

    private static long paidOnLine(JsonNode claim) {
        return claim.path("lines").path(0).path("paidCents").asLong();
    }

    private static String succeed(Api api, String claim, String command) {
        return api.post(Practice.BILLER, "/claims/" + claim + "/" + command, Map.of("reason", "the charge was wrong"))
                .path("id")
                .asText();
    }

    private static String patient(Api api, String payer) {
        Map<String, String> address =
                Map.of("line1", "12 Oak Street", "city", "Springfield", "state", "IL", "postalCode", "62704");
        Map<String, Object> patient = Map.of(
                "lastName", "Replacer", "firstName", "Rita", "birthDate", "1984-03-09", "sex", "F", "address", address);
        String id =
                api.post(Practice.FRONT_DESK, "/patients", patient).path("id").asText();
        Map<String, Object> coverage = Map.of(
                "payerId",
                payer,
                "memberId",
                "W7654321",
                "rank",
                1,
                "relationship",
                "self",
                "effectiveFrom",
                "2020-01-01");
        api.post(Practice.FRONT_DESK, "/patients/" + id + "/coverages", coverage);
        return id;
    }

    private static Map<String, Object> visit(Api api, String patient) {
        Map<String, Object> visit = new LinkedHashMap<>();
        visit.put("externalId", "replaced-" + patient);
        visit.put("patientId", patient);
        visit.put(
                "renderingProviderId",
                api.all(Practice.MANAGER, "/providers").getFirst().path("id").asText());
        visit.put("serviceDate", LocalDate.now(ZoneOffset.UTC).minusDays(2).toString());
        visit.put("placeOfService", "11");
        visit.put("diagnoses", List.of("E11.9"));
        visit.put("lines", lines(15_000));
        return visit;
    }

    private static List<Map<String, Object>> lines(long cents) {
        return List.of(Map.of("procedure", "99213", "units", 1, "chargeCents", cents, "diagnosisPointers", List.of(1)));
    }

    /** So that the payer does nothing of its own to these claims. */
    private static void treatOrdinarily(Road road) throws IOException, InterruptedException {
        String scenario = "{\"scenario\": \"treatment\", \"treatment\": \"ORDINARY\", \"payer\": \"" + PAYER
                + "\", \"count\": 10}";
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + road.port(Port.CLEARINGHOUSE_HTTP) + "/scenarios"))
                .POST(BodyPublishers.ofString(scenario))
                .build();
        try (HttpClient http = HttpClient.newHttpClient()) {
            assertThat(http.send(request, BodyHandlers.ofString()).statusCode()).isBetween(200, 299);
        }
    }
}
