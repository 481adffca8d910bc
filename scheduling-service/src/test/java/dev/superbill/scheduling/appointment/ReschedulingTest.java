package dev.superbill.scheduling.appointment;

import static dev.superbill.scheduling.FrontDesk.appointment;
import static dev.superbill.scheduling.FrontDesk.as;
import static dev.superbill.scheduling.FrontDesk.leave;
import static dev.superbill.scheduling.FrontDesk.provider;
import static dev.superbill.scheduling.FrontDesk.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import dev.superbill.testing.Backed;
import dev.superbill.testing.Eventually;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What happens to appointments that cannot stay where they were booked. */
@QuarkusTest
@Backed(service = "scheduling")
class ReschedulingTest {

    private static final LocalDate DAY =
            LocalDate.ofInstant(Instant.now(), ZoneOffset.UTC).plusDays(30);

    @Test
    void movesAnAppointmentAndAsksForANewConfirmation() {
        String patient = registered("Moved");
        UUID provider = provider();
        String id = booked(patient, provider, "09:00", "09:20");
        as("frontdesk").post("/api/v1/appointments/" + id + "/confirm").then().statusCode(200);

        // an overlap with where it stood is no overlap
        put(id, patient, provider, "09:10", "09:30")
                .statusCode(200)
                .body("status", equalTo("BOOKED"))
                .body("start", equalTo(DAY + "T09:10:00Z"))
                .body("history.to", contains("BOOKED", "CONFIRMED", "BOOKED"));

        // and its former time is free
        booked(registered("Other"), provider, "08:50", "09:10");
    }

    @Test
    void obeysTheRulesOfABooking() {
        String patient = registered("Ruled");
        UUID provider = provider();
        String id = booked(patient, provider, "09:00", "09:20");
        booked(registered("Other"), provider, "10:00", "10:20");

        put(id, patient, provider, "10:10", "10:30").statusCode(409).body("code", equalTo("SLOT_TAKEN"));
        put(id, registered("Stranger"), provider, "11:00", "11:20")
                .statusCode(422)
                .body("code", equalTo("PATIENT_FIXED"));
        as("frontdesk")
                .header("If-Match", "\"7\"")
                .body(appointment(patient, provider, at("11:00"), at("11:20")))
                .put("/api/v1/appointments/" + id)
                .then()
                .statusCode(412);
        as("frontdesk").post("/api/v1/appointments/" + id + "/check-in").then().statusCode(200);
        put(id, patient, provider, "11:00", "11:20").statusCode(409).body("code", equalTo("ILLEGAL_TRANSITION"));
        as("biller@cedar")
                .body(appointment(patient, provider, at("11:00"), at("11:20")))
                .put("/api/v1/appointments/" + id)
                .then()
                .statusCode(404);
    }

    @Test
    void listsThoseWhoseProviderHasGotLeaveSince() {
        String patient = registered("Flagged");
        UUID provider = provider();
        String id = booked(patient, provider, "09:00", "09:20");
        String other = booked(registered("Kept"), provider, "15:00", "15:20");
        assertThat(away(provider)).isEmpty();

        leave(provider, 1, List.of(Map.of("from", at("08:00"), "to", at("12:00"), "kind", "SICK")));

        Eventually.asserted(() -> assertThat(away(provider)).containsExactly(id));
        as("frontdesk").get("/api/v1/appointments/" + id).then().body("providerAway", equalTo(true));
        as("frontdesk").get("/api/v1/appointments/" + other).then().body("providerAway", equalTo(false));
        as("biller@cedar").get("/api/v1/appointments?providerAway=true").then().body("items", empty());

        put(id, patient, provider, "14:00", "14:20").statusCode(200).body("providerAway", equalTo(false));
        assertThat(away(provider)).isEmpty();
    }

    private static List<String> away(UUID provider) {
        return as("frontdesk")
                .get("/api/v1/appointments?providerAway=true&provider=" + provider)
                .then()
                .statusCode(200)
                .extract()
                .path("items.id");
    }

    private static String booked(String patient, UUID provider, String start, String end) {
        return as("frontdesk")
                .body(appointment(patient, provider, at(start), at(end)))
                .post("/api/v1/appointments")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private static ValidatableResponse put(String id, String patient, UUID provider, String start, String end) {
        return as("frontdesk")
                .body(appointment(patient, provider, at(start), at(end)))
                .put("/api/v1/appointments/" + id)
                .then();
    }

    private static String at(String time) {
        return DAY + "T" + time + ":00Z";
    }
}
