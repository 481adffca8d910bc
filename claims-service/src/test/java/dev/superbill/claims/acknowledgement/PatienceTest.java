package dev.superbill.claims.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PatienceTest {

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Test
    void waitsADayForThe999() {
        assertThat(Patience.SYNTAX.overdueBefore(at("2026-11-24T10:00"), ZONE)).isEqualTo(at("2026-11-23T10:00"));
    }

    @ParameterizedTest
    @CsvSource({
        // Friday, Monday, Tuesday: sent on Tuesday to Thursday of the same week
        "2026-11-27T10:00,2026-11-24T10:00",
        "2026-11-23T10:00,2026-11-18T10:00",
        "2026-11-24T10:00,2026-11-19T10:00",
        // no time passes on a weekend: what was sent on Tuesday evening is due on Friday evening
        "2026-11-28T10:00,2026-11-25T00:00",
        "2026-11-29T23:00,2026-11-25T00:00",
    })
    void waitsThreeBusinessDaysForThe277ca(String now, String before) {
        assertThat(Patience.CLAIM.overdueBefore(at(now), ZONE)).isEqualTo(at(before));
    }

    @Test
    void waitsThirtyDaysForThe835AlsoOverAChangeOfTheClock() {
        assertThat(Patience.REMITTANCE.overdueBefore(at("2026-11-24T10:00"), ZONE))
                .isEqualTo(at("2026-10-25T10:00"));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZONE).toInstant();
    }
}
