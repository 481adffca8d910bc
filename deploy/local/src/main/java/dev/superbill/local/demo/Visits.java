package dev.superbill.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.client.Api;
import dev.superbill.local.client.ApiException;
import dev.superbill.local.client.Parallel;
import dev.superbill.local.client.Waiting;
import dev.superbill.local.demo.Practice.Named;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;

/** A day at the front desk: every visit is booked, checked in and checked out. */
final class Visits {

    /**
     * A visit that took place.
     *
     * @param number from 0
     */
    record Visit(int number, String appointmentId, String patientId, String providerId, LocalDate date) {}

    /** A day that nobody else uses, with its first booking. */
    record Day(LocalDate date, String firstAppointmentId) {}

    private static final ZoneId ZONE = ZoneId.of("America/New_York");
    private static final LocalTime OPENING = LocalTime.of(8, 0);
    private static final int MINUTES = 20;
    private static final int LONGEST_SEARCH_DAYS = 60;

    private final Api api;
    private final Practice practice;

    Visits(Api api, Practice practice) {
        this.api = api;
        this.practice = practice;
    }

    /**
     * The newest past day without appointments, so that the demo can be run again; its first slot is booked at once, so that
     * another demo does not take the same day.
     */
    Day openDay(LocalDate today) {
        for (int back = 1; back <= LONGEST_SEARCH_DAYS; back++) {
            LocalDate day = today.minusDays(back);
            if (api.get(Practice.FRONT_DESK, "/appointments?limit=1&date=" + day)
                    .path("items")
                    .isEmpty()) {
                try {
                    return new Day(day, book(day, 0));
                } catch (ApiException e) {
                    if (!e.isConflict()) {
                        throw e;
                    }
                }
            }
        }
        throw new IllegalStateException(
                "The last " + LONGEST_SEARCH_DAYS + " days are full; use deploy/superbill reset");
    }

    /** Books and completes visits; one patient in a while does not come, and is not in the result. */
    List<Visit> happen(Day day, int count, Parallel parallel) {
        List<Visit> visits = parallel.map(count, number -> {
            String id = number == 0 ? day.firstAppointmentId() : book(day.date(), number);
            if (number % 40 == 39) {
                step(id, "no-show");
                return null;
            }
            for (String step : List.of("confirm", "check-in", "room", "start", "check-out")) {
                step(id, step);
            }
            return new Visit(number, id, patient(number), provider(number).id(), day.date());
        });
        return visits.stream().filter(Objects::nonNull).toList();
    }

    /** Two front desks ask for the same slot at the same time. */
    boolean refusesADoubleBooking(LocalDate day) {
        try {
            api.post(
                    Practice.FRONT_DESK,
                    "/appointments",
                    appointment(day, 0, practice.patients().getLast()));
            return false;
        } catch (ApiException e) {
            return e.isConflict();
        }
    }

    /** Waits until the checked-out visits wait for their coding in claims-service; encounter ids by appointment. */
    Map<String, String> toCode(List<Visit> visits) {
        Map<String, String> encounters = new LinkedHashMap<>();
        Waiting.until(Duration.ofSeconds(60), () -> {
            encounters.clear();
            api.all(Practice.BILLER, "/encounters?status=OPEN")
                    .forEach(open ->
                            encounters.put(appointmentOf(open), open.path("id").asText()));
            return visits.stream().allMatch(visit -> encounters.containsKey(visit.appointmentId()));
        });
        return encounters;
    }

    private static String appointmentOf(JsonNode encounter) {
        return encounter.path("externalId").asText().replaceFirst("^appointment:", "");
    }

    private String book(LocalDate day, int number) {
        return api.post(Practice.FRONT_DESK, "/appointments", appointment(day, number, patient(number)))
                .path("id")
                .asText();
    }

    private Map<String, Object> appointment(LocalDate day, int number, String patientId) {
        int slot = number / practice.providers().size();
        var start = day.atTime(OPENING.plusMinutes((long) slot * MINUTES)).atZone(ZONE);
        Map<String, Object> appointment = new LinkedHashMap<>();
        appointment.put("patientId", patientId);
        appointment.put("providerId", provider(number).id());
        appointment.put("start", start.toInstant().toString());
        appointment.put("end", start.plusMinutes(MINUTES).toInstant().toString());
        appointment.put("reason", "Visit " + (number + 1));
        return appointment;
    }

    private void step(String appointmentId, String step) {
        api.post(Practice.FRONT_DESK, "/appointments/" + appointmentId + "/" + step, Map.of());
    }

    private Named provider(int number) {
        return practice.providers().get(number % practice.providers().size());
    }

    private String patient(int number) {
        return practice.patients().get(number % practice.patients().size());
    }

    /** For the story: how many of the visits each provider had. */
    List<String> byProvider(List<Visit> visits) {
        return new ArrayList<>(IntStream.range(0, practice.providers().size())
                .mapToObj(i -> practice.providers().get(i))
                .map(provider -> "%s %d"
                        .formatted(
                                provider.name(),
                                visits.stream()
                                        .filter(visit -> visit.providerId().equals(provider.id()))
                                        .count()))
                .toList());
    }
}
