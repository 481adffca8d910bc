package dev.superbill.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class UuidV7Test {

    private static final Instant MOMENT = Instant.parse("2026-11-25T17:58:56.827Z");

    @Test
    void idsOfOneMillisecondStandInTheOrderOfTheirMaking() {
        Clock clock = Clock.fixed(MOMENT, ZoneOffset.UTC);
        // as text, which is how a database orders them: Java compares the halves as signed numbers
        List<String> ids = Stream.generate(() -> UuidV7.next(clock))
                .limit(10_000)
                .map(UUID::toString)
                .toList();

        assertThat(ids).isSorted().doesNotHaveDuplicates();
    }

    @Test
    void anIdTellsItsMoment() {
        UUID id = UuidV7.next(Clock.fixed(MOMENT.plusSeconds(60), ZoneOffset.UTC));

        assertThat(id.version()).isEqualTo(7);
        assertThat(id.variant()).isEqualTo(2);
        assertThat(id.getMostSignificantBits() >>> 16)
                .isEqualTo(MOMENT.plusSeconds(60).toEpochMilli());
    }

    @Test
    void aClockThatIsSetBackIsFollowed() {
        UuidV7.next(Clock.fixed(MOMENT.plusSeconds(3_600), ZoneOffset.UTC));

        UUID id = UuidV7.next(Clock.fixed(MOMENT, ZoneOffset.UTC));

        assertThat(id.getMostSignificantBits() >>> 16).isEqualTo(MOMENT.toEpochMilli());
    }
}
