package dev.superbill.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KernelTest {

    @ParameterizedTest
    @ValueSource(strings = {"1234567893", "1679523708"})
    void acceptsNpisWithTheRightCheckDigit(String npi) {
        assertThat(Npi.isValid(npi)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1234567890", "1134125736", "3234567893", "123456789", "12345678930", "12345678x3", ""})
    void refusesWhatIsNoNpi(String npi) {
        assertThat(Npi.isValid(npi)).isFalse();
        assertThatThrownBy(() -> new Npi(npi)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void completesAnNpiWithItsCheckDigit() {
        assertThat(Npi.completing("123456789").value()).isEqualTo("1234567893");
    }

    @Test
    void refusesToWrapAroundWhenMoneyOverflows() {
        Money most = Money.ofCents(Long.MAX_VALUE);
        assertThatThrownBy(() -> most.plus(Money.ofCents(1))).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> Money.ofCents(Long.MIN_VALUE).negated()).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void writesMoneyForPeople() {
        assertThat(Money.ofCents(-123_405)).hasToString("-1,234.05");
        assertThat(Money.ofCents(7)).hasToString("0.07");
    }

    @Test
    void ordersIdsByTheTimeOfTheirMaking() {
        UUID earlier = UuidV7.next(Clock.fixed(Instant.parse("2026-01-01T00:00:00Z"), ZoneOffset.UTC));
        UUID later = UuidV7.next(Clock.fixed(Instant.parse("2026-01-01T00:00:00.001Z"), ZoneOffset.UTC));
        assertThat(earlier.version()).isEqualTo(7);
        assertThat(earlier.variant()).isEqualTo(2);
        assertThat(earlier.toString()).isLessThan(later.toString());
    }

    @Test
    void namesTheSameThingAlwaysByTheSameId() {
        // RFC 9562, appendix A.4: the DNS namespace and www.example.com
        UUID dns = UUID.fromString("6ba7b810-9dad-11d1-80b4-00c04fd430c8");
        assertThat(UuidV5.of(dns, "www.example.com"))
                .isEqualTo(UUID.fromString("2ed6657d-e927-568b-95e1-2665a8aea6a2"));
    }

    @Test
    void mintsPatientControlNumbersThatFitAndDiffer() {
        Set<String> numbers = new HashSet<>();
        for (int i = 0; i < 10_000; i++) {
            numbers.add(PatientControlNumber.from(UuidV7.next()).value());
        }
        assertThat(numbers).hasSize(10_000).allMatch(number -> number.matches("[0-9A-HJKMNP-TV-Z]{16}"));
    }
}
