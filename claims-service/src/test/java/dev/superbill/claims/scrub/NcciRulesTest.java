package dev.superbill.claims.scrub;

import static dev.superbill.claims.scrub.SampleClaim.DAY;
import static dev.superbill.claims.scrub.SampleClaim.line;
import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.claims.ncci.NcciEdits;
import dev.superbill.claims.ncci.ProcedurePair;
import dev.superbill.claims.ncci.UnitLimit;
import dev.superbill.claims.scrub.Edit.Severity;
import dev.superbill.claims.visit.ClaimLine;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NcciRulesTest {

    private final SampleClaim sample = new SampleClaim();

    @ParameterizedTest
    @CsvSource({
        "0, '', true",
        "0, 59, true",
        "1, '', true",
        "1, 59, false",
        "1, XS, false",
        "1, GY, true",
        "9, '', false"
    })
    void knowsProceduresThatAreNotBilledTogether(int indicator, String modifier, boolean barred) {
        sample.ncci = new NcciEdits(
                List.of(new ProcedurePair("G0102", "G0101", indicator, DAY.minusYears(1), DAY)), List.of());
        List<String> modifiers = modifier.isEmpty() ? List.of() : List.of(modifier);
        ClaimLine component = line("G0101", modifiers, 1, 5_000, List.of(1));
        sample.lines = List.of(line("G0102", List.of(), 1, 10_000, List.of(1)), component);
        assertThat(sample.errors()).containsExactlyElementsOf(barred ? List.of("NCCI_PAIR") : List.of());

        sample.lines = List.of(component);
        sample.charge = component.charge();
        sample.others = List.of(line("G0102", List.of(), 1, 10_000, List.of(1)));
        assertThat(sample.errors()).containsExactlyElementsOf(barred ? List.of("NCCI_PAIR") : List.of());
    }

    @Test
    void asksTheTableThatHeldOnTheDay() {
        sample.ncci = new NcciEdits(
                List.of(
                        new ProcedurePair("G0102", "G0101", 0, DAY.minusYears(1), DAY.minusDays(1)),
                        new ProcedurePair("G0102", "G0101", 0, DAY.plusDays(1), null)),
                List.of(new UnitLimit("G0101", 0, 2, DAY.plusDays(1), null)));
        sample.lines = List.of(
                line("G0102", List.of(), 1, 10_000, List.of(1)), line("G0101", List.of(), 1, 5_000, List.of(1)));
        assertThat(sample.scrub()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"1, 3, ", "1, 4, ERROR", "2, 2, ERROR", "3, 2, WARNING", "2, 1, "})
    void countsUnitsByLineOrByDay(int indicator, int units, Severity severity) {
        sample.ncci = new NcciEdits(List.of(), List.of(new UnitLimit("J1100", 3, indicator, DAY.minusYears(1), null)));
        sample.lines = List.of(line("J1100", List.of(), units, 15_000, List.of(1)));
        sample.others = List.of(line("J1100", List.of("59"), 2, 1_000, List.of(1)));
        assertThat(sample.scrub())
                .extracting(Edit::severity)
                .containsExactlyElementsOf(severity == null ? List.of() : List.of(severity));
    }
}
