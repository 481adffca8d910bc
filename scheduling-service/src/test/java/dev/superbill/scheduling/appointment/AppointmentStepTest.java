package dev.superbill.scheduling.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.kernel.UuidV7;
import dev.superbill.platform.web.ProblemException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AppointmentStepTest {

    private static final Instant NOW = Instant.parse("2026-11-24T14:00:00Z");

    @Test
    void leadsFromBookingToCheckOut() {
        Appointment appointment = booked();

        appointment.take(AppointmentStep.CONFIRM, NOW, "ann");
        appointment.take(AppointmentStep.CHECK_IN, NOW.plusSeconds(60), "ann");
        appointment.take(AppointmentStep.ROOM, NOW.plusSeconds(120), "bob");
        appointment.take(AppointmentStep.START, NOW.plusSeconds(180), "bob");
        appointment.take(AppointmentStep.CHECK_OUT, NOW.plusSeconds(240), "ann");

        AppointmentView view = appointment.view(ZoneOffset.UTC, false);
        assertThat(view.status()).isEqualTo(AppointmentStatus.CHECKED_OUT);
        assertThat(view.history())
                .extracting(Movement::to)
                .containsExactly(
                        AppointmentStatus.BOOKED,
                        AppointmentStatus.CONFIRMED,
                        AppointmentStatus.CHECKED_IN,
                        AppointmentStatus.ROOMED,
                        AppointmentStatus.IN_PROGRESS,
                        AppointmentStatus.CHECKED_OUT);
        assertThat(view.checkedInAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(view.checkedOutAt()).isEqualTo(NOW.plusSeconds(240));
    }

    @Test
    void refusesAStepThatDoesNotLeadFromTheStateAndNamesTheState() {
        Appointment appointment = booked();

        assertThatThrownBy(() -> appointment.take(AppointmentStep.CHECK_OUT, NOW, "ann"))
                .isInstanceOfSatisfying(ProblemException.class, refusal -> {
                    assertThat(refusal.problem().status()).isEqualTo(409);
                    assertThat(refusal.problem().code()).isEqualTo("ILLEGAL_TRANSITION");
                    assertThat(refusal.problem().detail()).contains("BOOKED").contains("check-out");
                });
        assertThat(appointment.view(ZoneOffset.UTC, false).history()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(AppointmentStep.class)
    void leadsNowhereFromTheEnd(AppointmentStep step) {
        assertThat(Set.of(AppointmentStatus.CHECKED_OUT, AppointmentStatus.CANCELLED, AppointmentStatus.NO_SHOW))
                .noneMatch(step::leadsFrom);
    }

    @ParameterizedTest
    @EnumSource(AppointmentStep.class)
    void isFoundByItsAddress(AppointmentStep step) {
        assertThat(AppointmentStep.fromString(step.path())).isSameAs(step);
    }

    @Test
    void reckonsTheDateInThePracticesZone() {
        Appointment late = new Appointment(
                new Booking(
                        UuidV7.next(),
                        UuidV7.next(),
                        null,
                        Instant.parse("2026-11-25T01:00:00Z"),
                        Instant.parse("2026-11-25T01:20:00Z"),
                        null),
                0,
                NOW,
                "ann");

        assertThat(late.event(java.time.ZoneId.of("America/New_York")).date()).isEqualTo("2026-11-24");
    }

    private static Appointment booked() {
        return new Appointment(
                new Booking(UuidV7.next(), UuidV7.next(), null, NOW, NOW.plusSeconds(1200), "Cough"), 0, NOW, "ann");
    }
}
