package dev.superbill.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.Patience;
import dev.superbill.local.Road;
import dev.superbill.local.client.Api;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A text in a field of a claim stays within its element of the 837P, whatever it says. */
@ExtendWith(Road.Given.class)
class HostileTextIT {

    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String HARMLESS = "QX PLAIN XQ";
    private static final List<String> HOSTILE = List.of(
            "QX~SE*9*1~ST*837*2~XQ",
            "QX*B:C^D>E|F\\XQ",
            "QX'); drop table--XQ",
            "=QX|'/c calc'!A1XQ",
            "@QX +1-1\u00c9\u2603XQ",
            "~*:^~*:^QXQ");

    private static final Pattern ELEMENT = Pattern.compile("[^~*:^]+");
    /** The ids of NPIs that nobody else on the road has. */
    private static final int FIRST_PROVIDER = 177_000_000;

    @Test
    void staysWithinItsElement(Road road) throws IOException, InterruptedException {
        assertThat(road.day().exitCode()).isZero();
        Api api = road.api();
        JsonNode practice = api.get(Practice.BILLING_MANAGER, "/practice");
        try {
            String expected = shape(interchange(api, HARMLESS, 0));
            assertThat(expected).contains("~");
            for (int i = 0; i < HOSTILE.size(); i++) {
                String interchange = interchange(api, HOSTILE.get(i), i + 1);
                assertThat(shape(interchange)).as(interchange).isEqualTo(expected);
            }
        } finally {
            api.put(Practice.BILLING_MANAGER, "/practice", practice);
        }
    }

    /** An identifier is never changed: the claim waits for a person before anything is written. */
    @Test
    void holdsAClaimWhoseIdentifiersWouldNotFit(Road road) throws IOException, InterruptedException {
        assertThat(road.day().exitCode()).isZero();
        Api api = road.api();

        JsonNode claim = claim(api, HARMLESS, HOSTILE.getFirst(), HOSTILE.size() + 1);

        assertThat(claim.path("status").asText()).isEqualTo("HELD");
        assertThat(claim.path("edits"))
                .filteredOn(edit -> edit.path("severity").asText().equals("ERROR"))
                .extracting(edit ->
                        edit.path("code").asText() + " " + edit.path("field").asText())
                .containsExactlyInAnyOrder(
                        "IDENTIFIER_INVALID coverage.memberId",
                        "IDENTIFIER_INVALID payer.payerIdentifier",
                        "IDENTIFIER_INVALID priorAuthorizationNumber");
    }

    /** The interchange of a claim with this text wherever one can be; the clearinghouse has taken it. */
    private static String interchange(Api api, String text, int ordinal) throws IOException {
        JsonNode claim = claim(api, text, "QX9", ordinal);
        assertThat(claim.path("status").asText()).as(claim.toString()).isEqualTo("SCRUBBED");
        String batch = create(
                api,
                Practice.BILLER,
                "/batches",
                Map.of("payerId", claim.path("payerId").asText()));

        Patience.asserted(
                PATIENCE,
                "the clearinghouse has taken the batch",
                () -> assertThat(api.get(Practice.BILLER, "/batches/" + batch).path("acknowledgements"))
                        .extracting(answer -> answer.path("kind").asText() + " "
                                + answer.path("outcome").asText())
                        .contains("999 ACCEPTED"));
        try (InputStream file = api.download(Practice.BILLER, "/batches/" + batch + "/x12")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** A claim for a new patient of a new payer, treated by a new provider. */
    private static JsonNode claim(Api api, String text, String identifier, int ordinal) {
        Map<String, Object> address =
                Map.of("line1", text, "line2", text, "city", text, "state", "NY", "postalCode", "122070001");
        describePractice(api, text, address);
        String payer = create(
                api,
                Practice.BILLING_MANAGER,
                "/payers",
                Map.of(
                        "payerIdentifier",
                        identifier + ordinal,
                        "name",
                        text,
                        "claimFilingIndicator",
                        "CI",
                        "timelyFilingDays",
                        365));
        String patient = patient(api, text, identifier, address, payer);
        String provider = create(
                api,
                Practice.MANAGER,
                "/providers",
                Map.of(
                        "npi",
                        Practice.npi(FIRST_PROVIDER + ordinal),
                        "taxonomy",
                        "207Q00000X",
                        "lastName",
                        text,
                        "firstName",
                        text));
        JsonNode taken = api.post(Practice.BILLER, "/encounters", visit(text, identifier, address, patient, provider));
        return api.get(
                Practice.BILLER, "/claims/" + taken.path("claimIds").path(0).asText());
    }

    private static void describePractice(Api api, String text, Map<String, Object> address) {
        api.put(
                Practice.BILLING_MANAGER,
                "/practice",
                Map.of(
                        "name",
                        text,
                        "npi",
                        "1234567893",
                        "taxId",
                        "371234567",
                        "taxonomy",
                        "207Q00000X",
                        "address",
                        address,
                        "payTo",
                        Map.of("line1", text, "city", text, "state", "NY", "postalCode", "122070002"),
                        "contact",
                        Map.of("name", text, "phone", "2175550100")));
    }

    private static String patient(Api api, String text, String identifier, Map<String, Object> address, String payer) {
        Map<String, Object> person =
                Map.of("lastName", text, "firstName", text, "birthDate", "1984-03-09", "sex", "F", "address", address);
        String patient = create(api, Practice.FRONT_DESK, "/patients", person);
        create(
                api,
                Practice.FRONT_DESK,
                "/patients/" + patient + "/coverages",
                Map.of(
                        "payerId",
                        payer,
                        "memberId",
                        identifier,
                        "groupNumber",
                        text,
                        "rank",
                        1,
                        "relationship",
                        "child",
                        "subscriber",
                        person,
                        "effectiveFrom",
                        "2020-01-01"));
        return patient;
    }

    private static Map<String, Object> visit(
            String text, String identifier, Map<String, Object> address, String patient, String provider) {
        return Map.of(
                "externalId",
                text + patient,
                "patientId",
                patient,
                "renderingProviderId",
                provider,
                "serviceDate",
                LocalDate.now(ZoneOffset.UTC).minusDays(2).toString(),
                "placeOfService",
                "22",
                "diagnoses",
                List.of("E11.9"),
                "lines",
                List.of(Map.of(
                        "procedure",
                        "99213",
                        "units",
                        1,
                        "chargeCents",
                        15_000,
                        "diagnosisPointers",
                        List.of(1),
                        "description",
                        text)),
                "priorAuthorizationNumber",
                identifier,
                "referringProvider",
                Map.of("npi", "1234567893", "lastName", text, "firstName", text),
                "serviceFacility",
                Map.of("name", text, "npi", "1234567893", "address", address));
    }

    private static String create(Api api, String user, String path, Map<String, Object> body) {
        return api.post(user, path, body).path("id").asText();
    }

    /** What is left of an interchange when only the characters count that part it. */
    private static String shape(String interchange) {
        Matcher element = ELEMENT.matcher(interchange);
        return element.replaceAll("x");
    }
}
