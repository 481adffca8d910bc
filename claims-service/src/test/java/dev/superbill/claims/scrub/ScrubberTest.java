package dev.superbill.claims.scrub;

import static dev.superbill.claims.scrub.SampleClaim.DAY;
import static dev.superbill.claims.scrub.SampleClaim.HOME;
import static dev.superbill.claims.scrub.SampleClaim.ID;
import static dev.superbill.claims.scrub.SampleClaim.billing;
import static dev.superbill.claims.scrub.SampleClaim.coverage;
import static dev.superbill.claims.scrub.SampleClaim.line;
import static dev.superbill.claims.scrub.SampleClaim.patient;
import static dev.superbill.claims.scrub.SampleClaim.provider;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.superbill.claims.coverage.Patient;
import dev.superbill.claims.coverage.Subscriber;
import dev.superbill.claims.payer.Payer;
import dev.superbill.claims.provider.License;
import dev.superbill.claims.provider.Provider;
import dev.superbill.claims.scrub.Edit.Severity;
import dev.superbill.claims.visit.Circumstances;
import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.kernel.Money;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {

    private final SampleClaim sample = new SampleClaim();

    @Test
    void findsNothingOnACleanClaim() {
        assertThat(sample.scrub()).isEmpty();
    }

    @Test
    void asksForTheBillingIdentity() {
        sample.billing = null;
        assertThat(sample.errors()).containsExactly("BILLING_PROVIDER_MISSING");
    }

    @Test
    void provesTheCheckDigitOfBothNpis() {
        sample.billing = billing("1234567890", "207Q00000X", "12 Maple Street", "054011234");
        sample.rendering = provider("1134125736", "207Q00000X");
        assertThat(sample.errors()).containsExactly("BILLING_NPI_INVALID", "RENDERING_NPI_INVALID");
        sample.rendering = provider(null, null);
        assertThat(sample.errors()).contains("RENDERING_NPI_INVALID");
    }

    @Test
    void provesTheFormOfTaxonomies() {
        sample.rendering = provider("1679523708", "207Q");
        assertThat(sample.errors()).containsExactly("TAXONOMY_INVALID");
    }

    @Test
    void refusesAPostOfficeBoxAndWarnsOfAShortPostalCode() {
        sample.billing = billing("1234567893", "207Q00000X", "P.O. Box 12", "05401");
        assertThat(sample.errors()).containsExactly("BILLING_ADDRESS_PO_BOX");
        assertThat(sample.warnings()).containsExactly("BILLING_POSTAL_CODE_SHORT");
    }

    @Test
    void refusesAnUnknownProviderAndWarnsOfOneWhoLeft() {
        sample.rendering = null;
        assertThat(sample.errors()).containsExactly("RENDERING_PROVIDER_UNKNOWN");
        sample.rendering = new Provider(ID, "House", "Greg", "1679523708", null, true, false);
        assertThat(sample.errors()).isEmpty();
        assertThat(sample.warnings()).containsExactly("RENDERING_PROVIDER_INACTIVE");
    }

    @Test
    void obeysTheLicence() {
        sample.licenses = List.of(new License(ID, DAY.minusYears(2), DAY.minusDays(1)));
        assertThat(sample.errors()).containsExactly("LICENSE_EXPIRED");
        sample.licenses = List.of(new License(ID, DAY.minusYears(2), DAY.minusDays(1)), new License(ID, DAY, null));
        assertThat(sample.errors()).isEmpty();
        sample.licenses = List.of();
        assertThat(sample.errors()).isEmpty();
    }

    @Test
    void asksForThePatientsData() {
        sample.patient = new Patient(ID, " ", null, null, null, "X", null, null);
        assertThat(sample.scrub())
                .filteredOn(edit -> edit.code().equals("PATIENT_DATA_MISSING"))
                .extracting(Edit::field)
                .containsExactly(
                        "patient.lastName", "patient.firstName", "patient.birthDate", "patient.sex", "patient.address");
    }

    @Test
    void warnsOfCharactersThatX12CannotCarry() {
        sample.patient = patient("Müller~", HOME);
        assertThat(sample.errors()).isEmpty();
        assertThat(sample.warnings()).containsExactly("CHARACTERS_REPLACED");
    }

    @Test
    void refusesIdentifiersThatX12CannotCarry() {
        sample.coverage = coverage("self", null, "W123~SE", DAY.minusYears(1), null);
        sample.payer = new Payer(ID, "600*54", "Evergreen", "CI", 100);
        sample.circumstances = new Circumstances(null, null, null, "PA:1", null, null, null, null, null, null, null);
        assertThat(sample.scrub())
                .filteredOn(edit -> edit.severity() == Severity.ERROR)
                .extracting(edit -> edit.code() + " " + edit.field())
                .containsExactly(
                        "IDENTIFIER_INVALID coverage.memberId",
                        "IDENTIFIER_INVALID payer.payerIdentifier",
                        "IDENTIFIER_INVALID priorAuthorizationNumber");
    }

    @Test
    void asksForACoverageOfTheDay() {
        sample.coverage = null;
        sample.payer = null;
        assertThat(sample.errors()).containsExactly("COVERAGE_MISSING");
        sample.coverage = coverage("self", null, "W123", DAY.minusYears(1), DAY.minusDays(1));
        assertThat(sample.errors()).containsExactly("COVERAGE_INACTIVE", "PAYER_UNKNOWN");
    }

    @Test
    void asksForMemberIdAndSubscriber() {
        sample.coverage = coverage("child", null, "", DAY.minusYears(1), null);
        assertThat(sample.errors()).containsExactly("MEMBER_ID_MISSING", "SUBSCRIBER_MISSING");
        sample.coverage = coverage("child", new Subscriber("Miller", "Ann", null, null, null), "W1", DAY, DAY);
        assertThat(sample.errors()).isEmpty();
    }

    @Test
    void asksAReplacementForThePayersNumber() {
        sample.frequency = "7";
        assertThat(sample.errors()).containsExactly("PAYER_CONTROL_NUMBER_MISSING");
        sample.payerControlNumber = "ICN1";
        assertThat(sample.errors()).isEmpty();
    }

    @Test
    void refusesTheFuture() {
        sample.today = DAY.minusDays(1);
        assertThat(sample.errors()).containsExactly("FUTURE_DATE", "FUTURE_DATE");
    }

    @ParameterizedTest
    @CsvSource({"74, ", "75, WARNING", "100, WARNING", "101, ERROR"})
    void watchesThePayersFilingLimit(int age, Severity severity) {
        sample.today = DAY.plusDays(age);
        assertThat(sample.scrub())
                .extracting(Edit::severity)
                .containsExactlyElementsOf(severity == null ? List.of() : List.of(severity));
    }

    @Test
    void leavesTheFilingLimitOfLaterPayersToThem() {
        sample.today = DAY.plusDays(1000);
        sample.rank = 2;
        assertThat(sample.scrub()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "1A", "office", "111"})
    void provesTheFormOfThePlaceOfService(String place) {
        sample.placeOfService = place;
        assertThat(sample.errors()).containsExactly("PLACE_OF_SERVICE_INVALID");
    }

    @ParameterizedTest
    @ValueSource(strings = {"E11.9", "E119", "I10", "S72.001A", "Z3A.10", "C7A.00", "U07.1", "T36.0X1A"})
    void knowsTheFormOfDiagnoses(String code) {
        sample.diagnoses = List.of(code, "M54.5");
        assertThat(sample.scrub()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"11.9", "E1", "EE1.9", "E11.", "E11.91234", "E11,9", "250.00"})
    void refusesDiagnosesOfAnotherForm(String code) {
        sample.diagnoses = List.of(code, "M54.5");
        assertThat(sample.errors()).containsExactly("DIAGNOSIS_INVALID");
    }

    @Test
    void refusesADiagnosisTwiceNoneOrTooMany() {
        sample.diagnoses = List.of("E11.9", "E119");
        assertThat(sample.errors()).containsExactly("DIAGNOSIS_DUPLICATE");
        sample.diagnoses = List.of();
        assertThat(sample.errors()).containsExactly("DIAGNOSIS_MISSING", "DIAGNOSIS_POINTER_INVALID");
        sample.diagnoses =
                IntStream.range(10, 23).mapToObj(number -> "A" + number).toList();
        assertThat(sample.errors()).containsExactly("DIAGNOSES_TOO_MANY");
    }

    @ParameterizedTest
    @CsvSource({
        "99213, true",
        "0001A, true",
        "1036F, true",
        "0075T, true",
        "0001U, true",
        "J1100, true",
        "G0008, true",
        "9921, false",
        "W1234, false",
        "992133, false",
        "ABCDE, false",
        "9921x, false"
    })
    void knowsTheFormsOfProcedures(String code, boolean valid) {
        sample.lines = List.of(line(code, List.of(), 1, 15_000, List.of(1)));
        assertThat(sample.errors()).containsExactlyElementsOf(valid ? List.of() : List.of("PROCEDURE_INVALID"));
    }

    @Test
    void refusesModifiersOfAnotherFormOrTwice() {
        sample.lines = List.of(line("99213", List.of("2"), 1, 15_000, List.of(1)));
        assertThat(sample.errors()).containsExactly("MODIFIER_INVALID");
        sample.lines = List.of(line("99213", List.of("25", "25"), 1, 15_000, List.of(1)));
        assertThat(sample.errors()).containsExactly("MODIFIER_INVALID");
    }

    @Test
    void followsThePointersToDiagnoses() {
        sample.lines = List.of(line("99213", List.of(), 1, 15_000, List.of(3)));
        assertThat(sample.errors()).containsExactly("DIAGNOSIS_POINTER_INVALID");
        sample.lines = List.of(line("99213", List.of(), 1, 15_000, List.of(0)));
        assertThat(sample.errors()).containsExactly("DIAGNOSIS_POINTER_INVALID");
        sample.lines = List.of(line("99213", List.of(), 1, 15_000, List.of()));
        assertThat(sample.errors()).containsExactly("DIAGNOSIS_POINTER_MISSING");
    }

    @Test
    void addsTheLinesUp() {
        sample.charge = Money.ofCents(14_999);
        assertThat(sample.errors()).containsExactly("TOTAL_MISMATCH");
    }

    @Test
    void refusesChargesOfNothingOrLess() {
        sample.lines = List.of(
                line("99213", List.of(), 1, 15_000, List.of(1)),
                line("99214", List.of(), 1, 0, List.of(1)),
                line("1036F", List.of(), 1, 0, List.of(1)));
        assertThat(sample.scrub())
                .extracting(Edit::code, Edit::field)
                .containsExactly(tuple("CHARGE_ZERO", "lines[1].chargeCents"));
        sample.lines = List.of(line("99213", List.of(), 0, -1, List.of(1)));
        sample.charge = Money.ofCents(-1);
        assertThat(sample.errors()).containsExactly("TOTAL_NOT_POSITIVE", "CHARGE_NEGATIVE", "UNITS_NOT_POSITIVE");
    }

    @Test
    void findsWhatWasBilledBefore() {
        ClaimLine line = sample.lines.getFirst();
        sample.others = List.of(line);
        assertThat(sample.errors()).containsExactly("DUPLICATE_CLAIM");
        sample.others = List.of(line("99213", List.of(), 1, 15_000, List.of(1)));
        assertThat(sample.errors()).isEmpty();
        sample.lines = List.of(line("99213", List.of("76"), 1, 15_000, List.of(1)));
        sample.others = sample.lines;
        assertThat(sample.errors()).isEmpty();
    }

    @Test
    void warnsOfALineTwiceOnAClaim() {
        ClaimLine line = line("99213", List.of(), 1, 7_500, List.of(1));
        sample.lines = List.of(line, line);
        assertThat(sample.errors()).isEmpty();
        assertThat(sample.warnings()).containsExactly("DUPLICATE_LINE");
    }
}
