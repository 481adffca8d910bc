package dev.superbill.claims.scrub;

import static dev.superbill.claims.scrub.SampleClaim.DAY;
import static dev.superbill.claims.scrub.SampleClaim.HOME;
import static dev.superbill.claims.scrub.SampleClaim.ID;
import static dev.superbill.claims.scrub.SampleClaim.described;
import static dev.superbill.claims.scrub.SampleClaim.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.superbill.claims.payer.Payer;
import dev.superbill.claims.scrub.Edit.Severity;
import dev.superbill.claims.visit.Accident;
import dev.superbill.claims.visit.Circumstances;
import dev.superbill.claims.visit.Drug;
import dev.superbill.claims.visit.Hospitalization;
import dev.superbill.claims.visit.OutsideProvider;
import dev.superbill.claims.visit.ServiceFacility;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SituationRulesTest {

    private final SampleClaim sample = new SampleClaim();

    @ParameterizedTest
    @CsvSource({
        "AUTO, 0, VT, ",
        "AUTO, , VT, ACCIDENT_DATE_MISSING",
        "OTHER, , , ACCIDENT_DATE_MISSING",
        "AUTO, 0, , ACCIDENT_STATE_MISSING",
        "OTHER, 1, , ACCIDENT_DATE_INVALID",
        "EMPLOYMENT, , , "
    })
    void asksForDateAndStateOfAnAccident(Accident.Cause cause, Integer day, String state, String error) {
        LocalDate date = day == null ? null : DAY.plusDays(day);
        sample.circumstances = new Visit().accident(new Accident(List.of(cause), date, state));
        assertThat(sample.errors()).containsExactlyElementsOf(error == null ? List.of() : List.of(error));
    }

    @Test
    void asksForTheAdmissionOfAnInpatient() {
        sample.placeOfService = "21";
        assertThat(sample.errors()).containsExactly("ADMISSION_DATE_MISSING");
        sample.circumstances = new Visit().stay(DAY, null);
        assertThat(sample.errors()).isEmpty();
        sample.circumstances = new Visit().stay(DAY, DAY.minusDays(1));
        assertThat(sample.errors()).containsExactly("HOSPITALIZATION_DATES_INVALID");
        sample.circumstances = new Visit().stay(DAY.plusDays(1), null);
        assertThat(sample.errors()).containsExactly("HOSPITALIZATION_DATES_INVALID");
    }

    @Test
    void warnsOfLaboratoryServicesWithoutACertificate() {
        sample.lines = List.of(line("80053", List.of(), 1, 15_000, List.of(1)));
        assertThat(sample.scrub())
                .extracting(Edit::code, Edit::severity)
                .containsExactly(tuple("CLIA_NUMBER_MISSING", Severity.WARNING));
        sample.circumstances = new Visit().clia("47D0987654");
        assertThat(sample.scrub()).isEmpty();
        sample.circumstances = new Visit().clia("47X0987654");
        assertThat(sample.errors()).containsExactly("CLIA_NUMBER_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"J3490", "A9999", "64999"})
    void asksWhatWasDoneUnderACodeThatDoesNotTell(String procedure) {
        sample.lines = List.of(line(procedure, List.of(), 1, 15_000, List.of(1)));
        assertThat(sample.errors()).containsExactly("DESCRIPTION_MISSING");
        sample.lines = List.of(described(procedure, "Zinc injection", null));
        assertThat(sample.scrub()).isEmpty();
    }

    @Test
    void provesTheFormOfADrugsCode() {
        sample.lines = List.of(described("J1100", null, new Drug("00409-1234-01", BigDecimal.ONE, Drug.Unit.ML)));
        assertThat(sample.scrub()).isEmpty();
        sample.lines = List.of(described("J1100", null, new Drug("409-1234-01", BigDecimal.ONE, Drug.Unit.ML)));
        assertThat(sample.errors()).containsExactly("NDC_INVALID");
    }

    @Test
    void provesTheProvidersAroundTheVisit() {
        OutsideProvider wrong = new OutsideProvider("1234567890", "Okafor", null);
        sample.circumstances = new Visit().providers(wrong, wrong, new ServiceFacility("Mercy", "1234567890", HOME));
        assertThat(sample.errors())
                .containsExactly("REFERRING_NPI_INVALID", "SUPERVISING_NPI_INVALID", "SERVICE_FACILITY_NPI_INVALID");
        assertThat(sample.warnings()).containsExactly("SERVICE_FACILITY_POSTAL_CODE_SHORT");
        OutsideProvider self = new OutsideProvider("1679523708", "House", "Greg");
        sample.circumstances = new Visit().providers(self, self, null);
        assertThat(sample.errors()).containsExactly("SUPERVISING_IS_RENDERING");
    }

    @Test
    void warnsMedicareOfAnOrderWithoutItsProvider() {
        sample.payer = new Payer(ID, "60054", "Medicare", "MB", 100);
        sample.lines = List.of(line("71046", List.of(), 1, 15_000, List.of(1)));
        assertThat(sample.warnings()).containsExactly("REFERRING_PROVIDER_MISSING");
        sample.circumstances = new Visit().providers(new OutsideProvider("1234567893", "Okafor", null), null, null);
        assertThat(sample.scrub()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "71046, 26 TC, MODIFIERS_CONTRADICT",
        "20610, LT RT, MODIFIERS_CONTRADICT",
        "20610, 50 LT, MODIFIERS_CONTRADICT",
        "20610, 59 XS, MODIFIERS_CONTRADICT",
        "20610, 25, MODIFIER_25_MISPLACED",
        "99213, 25, ",
        "20610, LT 59, ",
        "20610, 50, "
    })
    void readsModifiersTogether(String procedure, String modifiers, String code) {
        sample.lines = List.of(line(procedure, List.of(modifiers.split(" ")), 1, 15_000, List.of(1)));
        assertThat(sample.scrub())
                .extracting(Edit::code)
                .containsExactlyElementsOf(code == null ? List.of() : List.of(code));
    }

    /** Circumstances of which a test needs one. */
    private static final class Visit {

        Circumstances accident(Accident accident) {
            return new Circumstances(null, null, null, null, null, accident, null, null, null, null, null);
        }

        Circumstances stay(LocalDate from, LocalDate to) {
            return new Circumstances(
                    null, null, null, null, null, null, new Hospitalization(from, to), null, null, null, null);
        }

        Circumstances clia(String number) {
            return new Circumstances(null, null, null, null, number, null, null, null, null, null, null);
        }

        Circumstances providers(OutsideProvider referring, OutsideProvider supervising, ServiceFacility facility) {
            return new Circumstances(referring, supervising, facility, null, null, null, null, null, null, null, null);
        }
    }
}
