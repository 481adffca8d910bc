package dev.superbill.scheduling.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.kernel.UuidV7;
import dev.superbill.platform.web.Problem.Fault;
import dev.superbill.platform.web.ProblemException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class ScheduleTest {

    private static final Schedule SCHEDULE = new Schedule(
            UuidV7.next(),
            new ScheduleRequest(
                    List.of(
                            hours(DayOfWeek.MONDAY, "08:00", "12:00"),
                            hours(DayOfWeek.MONDAY, "13:00", "17:00"),
                            hours(DayOfWeek.TUESDAY, "08:00", "12:00"),
                            hours(DayOfWeek.TUESDAY, "12:00", "17:00")),
                    List.of(
                            new DateException(LocalDate.parse("2026-11-23"), null, null, null, "Closed"),
                            new DateException(
                                    LocalDate.parse("2026-11-25"), LocalTime.of(9, 0), LocalTime.of(10, 0), 3, null))));

    @Test
    void isOpenWithinTheHoursOfTheWeek() {
        assertThat(covers("2026-11-30T08:00", "2026-11-30T12:00")).isTrue();
        assertThat(covers("2026-11-30T07:59", "2026-11-30T08:20")).isFalse();
        assertThat(covers("2026-11-30T16:50", "2026-11-30T17:01")).isFalse();
    }

    @Test
    void isClosedBetweenTwoOpeningsAndOpenAcrossTwoThatTouch() {
        assertThat(covers("2026-11-30T11:50", "2026-11-30T13:10")).isFalse();
        assertThat(covers("2026-11-24T11:50", "2026-11-24T12:10")).isTrue();
    }

    @Test
    void isClosedOnDaysWithoutHoursAndAcrossMidnight() {
        assertThat(covers("2026-11-26T09:00", "2026-11-26T09:20")).isFalse();
        assertThat(covers("2026-11-24T09:00", "2026-11-25T09:20")).isFalse();
    }

    @Test
    void followsAnExceptionInsteadOfTheWeek() {
        assertThat(covers("2026-11-23T09:00", "2026-11-23T09:20")).isFalse();
        assertThat(covers("2026-11-25T09:00", "2026-11-25T10:00")).isTrue();
        assertThat(covers("2026-11-25T09:00", "2026-11-25T10:10")).isFalse();
    }

    @Test
    void letsAsManyHaveTheSameTimeAsItSays() {
        assertThat(SCHEDULE.capacity(LocalDateTime.parse("2026-11-25T09:00"), LocalDateTime.parse("2026-11-25T09:20")))
                .isEqualTo(3);
        assertThat(SCHEDULE.capacity(LocalDateTime.parse("2026-11-30T09:00"), LocalDateTime.parse("2026-11-30T09:20")))
                .isEqualTo(1);
    }

    @Test
    void namesEachOpeningThatEndsBeforeItBegins() {
        ScheduleRequest request = new ScheduleRequest(
                List.of(hours(DayOfWeek.MONDAY, "12:00", "08:00")),
                List.of(new DateException(LocalDate.parse("2026-11-25"), LocalTime.of(9, 0), null, null, null)));

        assertThatThrownBy(request::checked)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().errors())
                                .extracting(Fault::field)
                                .containsExactly("weekly[0].closes", "exceptions[0]"));
    }

    private static boolean covers(String from, String to) {
        return SCHEDULE.capacity(LocalDateTime.parse(from), LocalDateTime.parse(to)) > 0;
    }

    private static WeeklyHours hours(DayOfWeek day, String opens, String closes) {
        return new WeeklyHours(day, LocalTime.parse(opens), LocalTime.parse(closes), null);
    }
}
