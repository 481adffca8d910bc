package dev.superbill.staff.leave;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.kernel.UuidV7;
import dev.superbill.platform.web.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class LeaveTest {

    private static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    private static final Instant NOW = Instant.parse("2026-11-24T14:00:00Z");

    @Test
    void lastsFromMidnightToMidnightOfThePracticesClock() {
        LeaveRequest request = days("2026-12-24", "2026-12-28", null, null);

        assertThat(request.startsAt(NEW_YORK)).isEqualTo("2026-12-24T05:00:00Z");
        assertThat(request.endsAt(NEW_YORK)).isEqualTo("2026-12-29T05:00:00Z");
    }

    @Test
    void lastsTwentyFiveHoursOnTheDayOnWhichTheClocksGoBack() {
        LeaveRequest request = days("2026-11-01", "2026-11-01", null, null);

        assertThat(request.startsAt(NEW_YORK)).isEqualTo("2026-11-01T04:00:00Z");
        assertThat(request.endsAt(NEW_YORK)).isEqualTo("2026-11-02T05:00:00Z");
    }

    @Test
    void mayTakeAPartOfADay() {
        LeaveRequest request = days("2026-11-24", "2026-11-24", LocalTime.of(13, 0), LocalTime.of(15, 30));

        assertThat(request.startsAt(NEW_YORK)).isEqualTo("2026-11-24T18:00:00Z");
        assertThat(request.endsAt(NEW_YORK)).isEqualTo("2026-11-24T20:30:00Z");
    }

    @Test
    void doesNotEndBeforeItBegins() {
        assertThatThrownBy(() -> days("2026-12-24", "2026-12-23", null, null).checked(NEW_YORK))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> days("2026-12-24", "2026-12-24", LocalTime.NOON, LocalTime.NOON)
                        .checked(NEW_YORK))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void makesUnavailableOnlyWhatIsApproved() {
        Leave leave = leave();

        assertThat(leave.take(LeaveStep.APPROVE, NOW, "ann")).isTrue();
        assertThat(leave.take(LeaveStep.CANCEL, NOW, "ann")).isTrue();
        assertThat(leave().take(LeaveStep.REFUSE, NOW, "ann")).isFalse();
        assertThat(leave().take(LeaveStep.CANCEL, NOW, "ann")).isFalse();
    }

    @Test
    void refusesAStepThatDoesNotLeadFromTheStateAndNamesTheState() {
        Leave leave = leave();
        leave.take(LeaveStep.REFUSE, NOW, "ann");

        assertThatThrownBy(() -> leave.take(LeaveStep.APPROVE, NOW, "ann"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(refusal.problem().detail()).contains("REFUSED"));
    }

    private static Leave leave() {
        return new Leave(days("2026-12-24", "2026-12-28", null, null), NEW_YORK, NOW, "ann");
    }

    private static LeaveRequest days(String from, String to, LocalTime fromTime, LocalTime toTime) {
        return new LeaveRequest(
                UuidV7.next(), LeaveKind.VACATION, LocalDate.parse(from), LocalDate.parse(to), fromTime, toTime, null);
    }
}
