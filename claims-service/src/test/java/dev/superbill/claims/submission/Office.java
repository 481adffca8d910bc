package dev.superbill.claims.submission;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.kernel.UuidV7;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.TestEvents;
import dev.superbill.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A practice with a payer, a provider and insured patients, for tests that need clean claims. */
public final class Office {

    private static final Map<String, String> ADDRESS =
            Map.of("line1", "12 Elm St", "city", "Springfield", "state", "NY", "postalCode", "12345-6789");
    private static final LocalDate SERVICE_DATE =
            LocalDate.now(java.time.ZoneOffset.UTC).minusDays(10);

    private final String practice;
    private final UUID payerId;
    private final UUID providerId = UuidV7.next();

    /** Registers the practice, a payer and a provider. */
    public Office(String practice, String payerIdentifier) {
        this.practice = practice;
        as("manager")
                .body(Map.of(
                        "name", "Maple Family Practice",
                        "npi", "1234567893",
                        "taxId", "123456789",
                        "taxonomy", "207Q00000X",
                        "address", ADDRESS,
                        "contact", Map.of("name", "Pat Biller", "phone", "(555) 555-0100")))
                .put("/api/v1/practice")
                .then()
                .statusCode(org.hamcrest.Matchers.lessThan(300));
        this.payerId = UUID.fromString(as("billing-manager")
                .body(Map.of(
                        "payerIdentifier",
                        payerIdentifier,
                        "name",
                        "Acme Health",
                        "claimFilingIndicator",
                        "CI",
                        "timelyFilingDays",
                        365))
                .post("/api/v1/payers")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id"));
        Map<String, Object> employee = new LinkedHashMap<>();
        employee.put("employeeId", providerId);
        employee.put("version", 0);
        employee.put("lastName", "Rivera");
        employee.put("firstName", "Ana");
        employee.put("npi", "1679523708");
        employee.put("taxonomy", "207Q00000X");
        employee.put("treatsPatients", true);
        employee.put("active", true);
        TestEvents.publish(
                "staff.employee", providerId.toString(), "dev.superbill.staff.employee-changed.v1", practice, employee);
    }

    UUID payerId() {
        return payerId;
    }

    /** Clean claims, one a new patient. */
    public List<UUID> cleanClaims(int count) {
        List<UUID> claims = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            claims.add(claim(patient("Doe" + (char) ('a' + i % 26)), "99213"));
        }
        return claims;
    }

    /** An encounter of a patient; gives its claim. */
    public UUID claim(UUID patientId, String procedure) {
        return claim(patientId, procedure, Map.of(), Map.of());
    }

    /** {@link #claim(UUID, String)} with more to tell of the visit and of its line. */
    public UUID claim(
            UUID patientId, String procedure, Map<String, Object> moreOfVisit, Map<String, Object> moreOfLine) {
        Map<String, Object> line = new LinkedHashMap<>(moreOfLine);
        line.put("procedure", procedure);
        line.put("modifiers", List.of());
        line.put("units", 1);
        line.put("chargeCents", 12_500);
        line.put("diagnosisPointers", List.of(1, 2));
        line.put("serviceDate", SERVICE_DATE.toString());
        Map<String, Object> visit = new LinkedHashMap<>(moreOfVisit);
        visit.put("externalId", UUID.randomUUID().toString());
        visit.put("patientId", patientId);
        visit.put("renderingProviderId", providerId);
        visit.put("serviceDate", SERVICE_DATE.toString());
        visit.put("placeOfService", "11");
        visit.put("diagnoses", List.of("E11.9", "I10"));
        visit.put("lines", List.of(line));
        String id = as("biller")
                .body(visit)
                .post("/api/v1/encounters")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("claimIds[0]");
        UUID claim = UUID.fromString(id);
        awaitStatus(claim, "SCRUBBED");
        return claim;
    }

    /** A patient with a coverage by the payer, as scheduling would tell. */
    public UUID patient(String lastName) {
        UUID patientId = UuidV7.next();
        Map<String, Object> patient = new LinkedHashMap<>();
        patient.put("patientId", patientId);
        patient.put("version", 0);
        patient.put("lastName", lastName);
        patient.put("firstName", "Jo");
        patient.put("birthDate", "1980-02-03");
        patient.put("sex", "F");
        patient.put("address", ADDRESS);
        TestEvents.publish(
                "scheduling.patient",
                patientId.toString(),
                "dev.superbill.scheduling.patient-changed.v1",
                practice,
                patient);
        Map<String, Object> coverage = new LinkedHashMap<>();
        coverage.put("coverageId", UuidV7.next());
        coverage.put("version", 0);
        coverage.put("patientId", patientId);
        coverage.put("payerId", payerId);
        coverage.put("memberId", "M" + patientId.toString().substring(24));
        coverage.put("rank", 1);
        coverage.put("relationship", "self");
        coverage.put("effectiveFrom", "2020-01-01");
        TestEvents.publish(
                "scheduling.coverage",
                patientId.toString(),
                "dev.superbill.scheduling.coverage-changed.v1",
                practice,
                coverage);
        return patientId;
    }

    /** A trading partner at the test's server. */
    public UUID partner(String submitterId, int port, String hostKey) {
        return UUID.fromString(as("billing-manager")
                .body(partnerBody(submitterId, port, hostKey))
                .post("/api/v1/trading-partners")
                .then()
                .statusCode(201)
                .extract()
                .<String>path("id"));
    }

    /** What {@link #partner} sends. */
    public static Map<String, Object> partnerBody(String submitterId, int port, String hostKey) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("name", "Clearwater");
        body.put("receiverId", "CLEARWATER");
        body.put("receiverQualifier", "ZZ");
        body.put("submitterId", submitterId);
        body.put("submitterQualifier", "ZZ");
        body.put("host", "127.0.0.1");
        body.put("port", port);
        body.put("hostKey", hostKey);
        body.put("outboundFolder", "outbound");
        body.put("inboundFolder", "inbound");
        body.put("expectsTa1", true);
        body.put("usageIndicator", "T");
        return body;
    }

    /** Waits until the claim has a status. */
    public void awaitStatus(UUID claim, String status) {
        Eventually.asserted(() -> assertThat(status(claim)).isEqualTo(status));
    }

    /** The claim's status. */
    public String status(UUID claim) {
        return as("biller")
                .get("/api/v1/claims/{id}", claim)
                .then()
                .statusCode(200)
                .extract()
                .path("status");
    }

    /** A request by a user of the practice. */
    public RequestSpecification as(String user) {
        return given().header("Authorization", Tokens.bearer(user + "@" + practice))
                .contentType(ContentType.JSON);
    }
}
