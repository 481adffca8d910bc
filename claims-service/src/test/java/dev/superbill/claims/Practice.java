package dev.superbill.claims;

import static io.restassured.RestAssured.given;

import dev.superbill.kernel.UuidV7;
import dev.superbill.testing.TestEvents;
import dev.superbill.testing.Tokens;
import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** A practice for tests: what other services would tell, told; and the front door. */
public final class Practice {

    public static final LocalDate TODAY = LocalDate.now(ZoneOffset.UTC);

    private static final Map<String, Object> ADDRESS =
            Map.of("line1", "12 Elm St", "city", "Albany", "state", "NY", "postalCode", "122070001");

    private final String name;

    public Practice(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }

    public RequestSpecification as(String user) {
        return given().header("Authorization", Tokens.bearer(user + "@" + name)).contentType(ContentType.JSON);
    }

    /** Registers the billing identity. */
    public Practice bills() {
        as("billing-manager").body("""
                        {"name": "Family Medicine", "npi": "1234567893", "taxId": "123456789", "taxonomy": "207Q00000X",
                         "address": {"line1": "12 Maple Street", "city": "Burlington", "state": "VT", "postalCode": "054011234"},
                         "contact": {"name": "Billing", "phone": "8025550100"}}""").put("/api/v1/practice").then().statusCode(200);
        return this;
    }

    public UUID payer() {
        return UUID.fromString(as("billing-manager")
                .body(Map.of(
                        "payerIdentifier",
                        "P" + UUID.randomUUID().toString().substring(0, 8),
                        "name",
                        "Evergreen Health",
                        "claimFilingIndicator",
                        "CI",
                        "timelyFilingDays",
                        180))
                .post("/api/v1/payers")
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    public UUID provider() {
        return provider("1679523708");
    }

    public UUID provider(String npi) {
        UUID id = UuidV7.next();
        tell(
                "staff.employee",
                id,
                "staff.employee-changed",
                Map.of(
                        "employeeId",
                        id,
                        "version",
                        0,
                        "lastName",
                        "Okafor",
                        "firstName",
                        "Ngozi",
                        "npi",
                        npi,
                        "taxonomy",
                        "207Q00000X",
                        "treatsPatients",
                        true,
                        "active",
                        true));
        return id;
    }

    public void license(UUID provider, UUID credential, long version, LocalDate validTo) {
        tell(
                "staff.credential",
                credential,
                "staff.credential-changed",
                Map.of(
                        "credentialId",
                        credential,
                        "version",
                        version,
                        "employeeId",
                        provider,
                        "kind",
                        "LICENSE",
                        "validFrom",
                        TODAY.minusYears(3).toString(),
                        "validTo",
                        validTo.toString()));
    }

    public UUID patient() {
        UUID id = UuidV7.next();
        patient(id, 0, "Rivera");
        return id;
    }

    public void patient(UUID id, long version, String lastName) {
        tell(
                "scheduling.patient",
                id,
                "scheduling.patient-changed",
                Map.of(
                        "patientId", id,
                        "version", version,
                        "lastName", lastName,
                        "firstName", "Ana",
                        "birthDate", "1984-03-09",
                        "sex", "F",
                        "address", ADDRESS));
    }

    public UUID coverage(UUID patient, UUID payer, int rank) {
        UUID id = UuidV7.next();
        coverage(id, 0, patient, payer, rank, "W123456789");
        return id;
    }

    public void coverage(UUID id, long version, UUID patient, UUID payer, int rank, String memberId) {
        tell(
                "scheduling.coverage",
                patient,
                "scheduling.coverage-changed",
                Map.of(
                        "coverageId", id,
                        "version", version,
                        "patientId", patient,
                        "payerId", payer,
                        "memberId", memberId,
                        "rank", rank,
                        "relationship", "self",
                        "effectiveFrom", TODAY.minusYears(1).toString()));
    }

    public void tell(String topic, UUID key, String type, Map<String, ?> payload) {
        TestEvents.publish(topic, key.toString(), "dev.superbill." + type + ".v1", name, payload);
    }

    /** The body of an encounter of today with one line. */
    public static Map<String, Object> visit(UUID patient, UUID provider, String procedure, long cents) {
        Map<String, Object> visit = new HashMap<>();
        visit.put("externalId", "visit-" + UUID.randomUUID());
        visit.put("patientId", patient);
        visit.put("renderingProviderId", provider);
        visit.put("serviceDate", TODAY.toString());
        visit.put("placeOfService", "11");
        visit.put("diagnoses", List.of("E11.9"));
        visit.put("lines", new ArrayList<>(List.of(line(procedure, cents))));
        return visit;
    }

    public static Map<String, Object> line(String procedure, long cents) {
        Map<String, Object> line = new HashMap<>();
        line.put("procedure", procedure);
        line.put("modifiers", List.of());
        line.put("units", 1);
        line.put("chargeCents", cents);
        line.put("diagnosisPointers", List.of(1));
        line.put("serviceDate", TODAY.toString());
        return line;
    }

    /** Posts an encounter and gives the id of its only claim. */
    public String bill(Map<String, Object> visit) {
        return as("biller")
                .body(visit)
                .post("/api/v1/encounters")
                .then()
                .statusCode(201)
                .extract()
                .path("claimIds[0]");
    }
}
