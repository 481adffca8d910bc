package dev.superbill.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class BackOffTest {

    @Test
    void waitsLongerAfterEachDeathUpToHalfAMinute() {
        BackOff backOff = new BackOff();

        assertThat(Stream.generate(() -> backOff.after(Duration.ofSeconds(3))).limit(7))
                .extracting(Duration::toSeconds)
                .containsExactly(1L, 2L, 4L, 8L, 16L, 30L, 30L);
    }

    @Test
    void waitsShortlyAgainForAPartThatHasLived() {
        BackOff backOff = new BackOff();
        backOff.after(Duration.ZERO);
        backOff.after(Duration.ZERO);

        assertThat(backOff.after(Duration.ofMinutes(2))).isEqualTo(Duration.ofSeconds(1));
    }
}
