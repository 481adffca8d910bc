package dev.superbill.scheduling.appointment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.platform.web.ProblemException;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class RequestedTimeTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");

    @Test
    void withAnOffsetMeansThatInstantWhateverTheZone() {
        assertThat(in("2026-11-24T09:00:00-06:00")).isEqualTo("2026-11-24T15:00:00Z");
        assertThat(in("2026-11-24T15:00:00Z")).isEqualTo("2026-11-24T15:00:00Z");
    }

    @Test
    void withoutOneMeansTheClockOnThePracticesWall() {
        assertThat(in("2026-07-01T09:00:00")).isEqualTo("2026-07-01T13:00:00Z");
        assertThat(in("2026-12-01T09:00")).isEqualTo("2026-12-01T14:00:00Z");
    }

    @Test
    void meansTheFirstOfTheTwoHoursWhenTheClocksGoBack() {
        assertThat(in("2026-11-01T01:30:00")).isEqualTo("2026-11-01T05:30:00Z");
    }

    @Test
    void refusesTheHourThatIsLeftOutWhenTheClocksGoForward() {
        assertThatThrownBy(() -> in("2026-03-08T02:30:00"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().errors())
                                .singleElement()
                                .satisfies(fault -> assertThat(fault.field()).isEqualTo("start")));
    }

    @Test
    void refusesWhatIsNoTime() {
        assertThatThrownBy(() -> RequestedTime.of("tomorrow")).isInstanceOf(IllegalArgumentException.class);
    }

    private static Instant in(String text) {
        return RequestedTime.of(text).in(NEW_YORK, "start");
    }
}
