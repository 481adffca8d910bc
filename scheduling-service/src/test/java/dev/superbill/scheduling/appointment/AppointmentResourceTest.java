package dev.superbill.scheduling.appointment;

import static dev.superbill.scheduling.FrontDesk.appointment;
import static dev.superbill.scheduling.FrontDesk.as;
import static dev.superbill.scheduling.FrontDesk.leave;
import static dev.superbill.scheduling.FrontDesk.provider;
import static dev.superbill.scheduling.FrontDesk.registered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.superbill.kernel.UuidV7;
import dev.superbill.testing.Backed;
import dev.superbill.testing.EventContracts;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.SentEvent;
import dev.superbill.testing.TestEvents;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "scheduling")
class AppointmentResourceTest {

    private static final String NINE = "2026-11-24T14:00:00Z";
    private static final String NINE_TWENTY = "2026-11-24T14:20:00Z";
    private static final String NINE_FORTY = "2026-11-24T14:40:00Z";

    @Test
    void leadsAVisitThroughTheDayAndTellsEachStep() {
        String id = booked(registered("Visit"), provider(), NINE, NINE_TWENTY);

        take(id, "confirm").statusCode(200).body("status", equalTo("CONFIRMED"));
        take(id, "check-in").statusCode(200).body("status", equalTo("CHECKED_IN"));
        take(id, "room").statusCode(200).body("status", equalTo("ROOMED"));
        take(id, "start").statusCode(200).body("status", equalTo("IN_PROGRESS"));
        take(id, "check-out")
                .statusCode(200)
                .body("status", equalTo("CHECKED_OUT"))
                .body("history[0].from", nullValue(), "history[0].to", equalTo("BOOKED"))
                .body("history[5].from", equalTo("IN_PROGRESS"), "history[5].by", equalTo("frontdesk"))
                .body("date", equalTo("2026-11-24"));

        SentEvent sent = TestEvents.awaitSent(
                AppointmentChanged.TOPIC,
                event -> event.key().equals(id)
                        && event.payload().path("status").asText().equals("CHECKED_OUT"));
        assertThat(sent.payload().path("version").asLong()).isEqualTo(5);
        EventContracts.check(AppointmentChanged.TYPE, sent.payload().toString());
    }

    @Test
    void refusesAStepThatDoesNotLeadFromTheState() {
        String id = booked(registered("Early"), provider(), NINE, NINE_TWENTY);

        take(id, "check-out")
                .statusCode(409)
                .body("code", equalTo("ILLEGAL_TRANSITION"), "detail", containsString("BOOKED"));
        take(id, "cancel").statusCode(200);
        take(id, "check-in").statusCode(409).body("detail", containsString("CANCELLED"));
        take(id, "dance").statusCode(404);
    }

    @Test
    void refusesAnOverlapForTheProviderAndForThePatient() {
        UUID provider = provider();
        String patient = registered("Busy");
        booked(patient, provider, NINE, NINE_TWENTY);

        book(registered("Second"), provider, "2026-11-24T14:10:00Z", NINE_FORTY)
                .statusCode(409)
                .body("code", equalTo("SLOT_TAKEN"));
        book(patient, provider(), "2026-11-24T14:10:00Z", NINE_FORTY)
                .statusCode(409)
                .body("code", equalTo("SLOT_TAKEN"), "detail", containsString("patient"));
        book(patient, provider, NINE_TWENTY, NINE_FORTY).statusCode(201);
    }

    @Test
    void givesBackTheTimeOfWhatWasCancelled() {
        UUID provider = provider();
        String id = booked(registered("Gone"), provider, NINE, NINE_TWENTY);
        take(id, "cancel").statusCode(200);

        book(registered("Instead"), provider, NINE, NINE_TWENTY).statusCode(201);
    }

    @Test
    void letsExactlyOneOfFiftyRacersHaveTheSlot() throws InterruptedException, ExecutionException {
        UUID provider = provider();
        List<String> patients = new ArrayList<>();
        for (int i = 0; i < 50; i++) {
            patients.add(registered("Racer"));
        }
        booked(patients.getFirst(), provider, NINE_TWENTY, NINE_FORTY);

        List<Integer> answers = new ArrayList<>();
        try (ExecutorService racers = Executors.newFixedThreadPool(50)) {
            List<Future<Integer>> running = patients.stream()
                    .map(patient -> racers.submit(() ->
                            book(patient, provider, NINE, NINE_TWENTY).extract().statusCode()))
                    .toList();
            for (Future<Integer> one : running) {
                answers.add(one.get());
            }
        }

        assertThat(answers).containsOnly(201, 409);
        assertThat(answers).filteredOn(status -> status == 201).hasSize(1);
    }

    @Test
    void refusesATimeAtWhichTheProviderIsOnLeave() {
        UUID provider = provider();
        String patient = registered("Ill");
        leave(
                provider,
                1,
                List.of(Map.of("from", "2026-11-24T05:00:00Z", "to", "2026-11-25T05:00:00Z", "kind", "SICK")));

        Eventually.asserted(() -> {
            ValidatableResponse answer = book(patient, provider, NINE, NINE_TWENTY);
            String id = answer.extract().path("id");
            if (id != null) {
                take(id, "cancel");
            }
            answer.statusCode(409).body("code", equalTo("PROVIDER_UNAVAILABLE"));
        });
        book(patient, provider, "2026-11-25T14:00:00Z", "2026-11-25T14:20:00Z").statusCode(201);
    }

    @Test
    void passesOverAnAvailabilityThatIsOlderThanTheKnownOne() {
        UUID provider = provider();
        String patient = registered("Late");
        List<Map<String, String>> away =
                List.of(Map.of("from", "2026-11-24T05:00:00Z", "to", "2026-11-25T05:00:00Z", "kind", "SICK"));
        leave(provider, 5, List.of());
        leave(provider, 4, away);
        UUID marker = provider();
        leave(marker, 1, away);

        Eventually.asserted(() -> book(patient, marker, NINE, NINE_TWENTY).statusCode(409));
        book(patient, provider, NINE_TWENTY, NINE_FORTY).statusCode(201);
    }

    @Test
    void obeysTheTemplateAndItsExceptions() {
        UUID provider = provider();
        String patient = registered("Template");
        as("manager")
                .body("""
                        {"weekly": [{"day": "TUESDAY", "opens": "09:00", "closes": "12:00"}],
                         "exceptions": [{"date": "2026-12-01", "reason": "Congress"}]}""")
                .put("/api/v1/schedules/" + provider)
                .then()
                .statusCode(200)
                .body("weekly[0].opens", equalTo("09:00:00"));

        book(patient, provider, "2026-11-24T08:50:00", "2026-11-24T09:10:00")
                .statusCode(409)
                .body("code", equalTo("OUTSIDE_HOURS"));
        book(patient, provider, "2026-12-01T09:00:00", "2026-12-01T09:20:00").statusCode(409);
        book(patient, provider, "2026-11-24T09:00:00", "2026-11-24T09:20:00")
                .statusCode(201)
                .body("start", equalTo(NINE));

        as("manager").delete("/api/v1/schedules/" + provider).then().statusCode(204);
        as("manager").get("/api/v1/schedules/" + provider).then().statusCode(404);
        book(patient, provider, "2026-12-01T09:00:00", "2026-12-01T09:20:00").statusCode(201);
    }

    @Test
    void letsAsManyPatientsHaveATimeAsTheTemplateSays() {
        UUID provider = provider();
        as("manager")
                .body("""
                        {"weekly": [{"day": "TUESDAY", "opens": "09:00", "closes": "12:00", "capacity": 2}]}""")
                .put("/api/v1/schedules/" + provider)
                .then()
                .statusCode(200)
                .body("weekly[0].capacity", equalTo(2));

        String first = booked(registered("One"), provider, NINE, NINE_TWENTY);
        booked(registered("Two"), provider, NINE, NINE_FORTY);
        book(registered("Three"), provider, NINE, NINE_TWENTY).statusCode(409).body("code", equalTo("SLOT_TAKEN"));
        take(first, "cancel").statusCode(200);
        booked(registered("Four"), provider, NINE, NINE_TWENTY);
        booked(registered("Five"), provider, NINE_TWENTY, NINE_FORTY);
    }

    @Test
    void changesATemplateOnlyInTheVersionThatWasRead() {
        UUID provider = provider();
        String hours = "{\"weekly\": [{\"day\": \"MONDAY\", \"opens\": \"09:00\", \"closes\": \"12:00\"}]}";
        String tag = as("manager")
                .body(hours)
                .put("/api/v1/schedules/" + provider)
                .then()
                .statusCode(200)
                .extract()
                .header("ETag");
        as("manager")
                .header("If-Match", tag)
                .body(hours.replace("12:00", "13:00"))
                .put("/api/v1/schedules/" + provider)
                .then()
                .statusCode(200)
                .body("weekly[0].closes", equalTo("13:00:00"));
        as("manager")
                .header("If-Match", tag)
                .body(hours)
                .put("/api/v1/schedules/" + provider)
                .then()
                .statusCode(412);
    }

    @Test
    void knowsNoProviderOfWhomNobodyHasTold() {
        book(registered("Nobody"), UuidV7.next(), NINE, NINE_TWENTY).statusCode(404);
        book(UuidV7.next().toString(), provider(), NINE, NINE_TWENTY).statusCode(404);
    }

    @Test
    void refusesAnEndBeforeTheStart() {
        book(registered("Backward"), provider(), NINE_TWENTY, NINE)
                .statusCode(400)
                .body("errors.field", contains("end"));
        book(registered("Words"), provider(), "tomorrow", NINE).statusCode(400).body("errors.field", contains("start"));
    }

    @Test
    void listsADayOfAProviderInTheOrderOfStarts() {
        UUID provider = provider();
        String second = booked(registered("Second"), provider, NINE_TWENTY, NINE_FORTY);
        String first = booked(registered("First"), provider, NINE, NINE_TWENTY);
        booked(registered("Tomorrow"), provider, "2026-11-25T05:00:00Z", "2026-11-25T05:20:00Z");
        take(first, "confirm");

        String next = as("provider")
                .queryParam("date", LocalDate.parse("2026-11-24").toString())
                .queryParam("provider", provider)
                .queryParam("limit", 1)
                .get("/api/v1/appointments")
                .then()
                .statusCode(200)
                .body("items.id", contains(first))
                .extract()
                .path("next");
        as("provider")
                .queryParam("date", "2026-11-24")
                .queryParam("provider", provider)
                .queryParam("limit", 1)
                .queryParam("cursor", next)
                .get("/api/v1/appointments")
                .then()
                .body("items.id", contains(second), "next", nullValue());
        as("provider")
                .queryParam("provider", provider)
                .queryParam("status", "CONFIRMED")
                .get("/api/v1/appointments")
                .then()
                .body("items.id", contains(first));
    }

    @Test
    void showsAnotherPracticeNothing() {
        String id = booked(registered("Hidden"), provider(), NINE, NINE_TWENTY);

        as("biller@cedar").get("/api/v1/appointments/" + id).then().statusCode(404);
        as("biller@cedar").post("/api/v1/appointments/" + id + "/cancel").then().statusCode(404);
        as("provider").post("/api/v1/appointments/" + id + "/cancel").then().statusCode(403);
    }

    private static ValidatableResponse book(String patient, UUID provider, String start, String end) {
        return as("frontdesk")
                .body(appointment(patient, provider, start, end))
                .post("/api/v1/appointments")
                .then();
    }

    private static String booked(String patient, UUID provider, String start, String end) {
        return book(patient, provider, start, end).statusCode(201).extract().path("id");
    }

    private static ValidatableResponse take(String id, String step) {
        return as("frontdesk").post("/api/v1/appointments/" + id + "/" + step).then();
    }
}
