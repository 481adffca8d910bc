package dev.superbill.claims.scrub;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.superbill.claims.coverage.Coverage;
import dev.superbill.claims.coverage.Patient;
import dev.superbill.claims.coverage.Subscriber;
import dev.superbill.claims.payer.Payer;
import dev.superbill.claims.practice.Address;
import dev.superbill.claims.practice.BillingProvider;
import dev.superbill.claims.provider.License;
import dev.superbill.claims.provider.Provider;
import dev.superbill.claims.scrub.Edit.Severity;
import dev.superbill.claims.visit.Accident;
import dev.superbill.claims.visit.Circumstances;
import dev.superbill.claims.visit.ClaimContent;
import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.claims.visit.Drug;
import dev.superbill.claims.visit.Hospitalization;
import dev.superbill.claims.visit.OutsideProvider;
import dev.superbill.claims.visit.ServiceFacility;
import dev.superbill.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ScrubberTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final UUID ID = new UUID(1, 1);
    private static final Address HOME = new Address("1 Elm St", null, "Burlington", "VT", "05401");

    private final Sample sample = new Sample();

    /** A clean claim, one part of which a test spoils. */
    private static final class Sample {
        LocalDate today = DAY.plusDays(1);
        int rank = 1;
        String frequency = "1";
        String payerControlNumber;
        Money charge = Money.ofCents(15_000);
        String placeOfService = "11";
        List<String> diagnoses = List.of("E11.9", "I10");
        List<ClaimLine> lines = List.of(line("99213", List.of("25"), 1, 15_000, List.of(1, 2)));
        BillingProvider billing = billing("1234567893", "207Q00000X", "12 Maple Street", "054011234");
        Provider rendering = provider("1679523708", "207Q00000X");
        List<License> licenses = List.of(new License(ID, DAY.minusYears(1), DAY.plusYears(1)));
        Patient patient = patient("Miller", HOME);
        Coverage coverage = coverage("self", null, "W123", DAY.minusYears(1), null);
        Payer payer = new Payer(ID, "60054", "Evergreen", "CI", 100);
        List<ClaimLine> others = List.of();
        Circumstances circumstances = Circumstances.NONE;

        List<Edit> scrub() {
            return Scrubber.scrub(new ScrubInput(
                    today,
                    rank,
                    frequency,
                    payerControlNumber,
                    DAY,
                    charge,
                    new ClaimContent(placeOfService, diagnoses, lines, circumstances),
                    billing,
                    rendering,
                    licenses,
                    patient,
                    coverage,
                    payer,
                    others));
        }

        List<String> errors() {
            return codes(Severity.ERROR);
        }

        List<String> warnings() {
            return codes(Severity.WARNING);
        }

        private List<String> codes(Severity severity) {
            return scrub().stream()
                    .filter(edit -> edit.severity() == severity)
                    .map(Edit::code)
                    .toList();
        }
    }

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

    private static ClaimLine described(String procedure, String description, Drug drug) {
        return new ClaimLine(
                1,
                "L1",
                procedure,
                List.of(),
                BigDecimal.ONE,
                Money.ofCents(15_000),
                List.of(1),
                DAY,
                description,
                drug);
    }

    private static ClaimLine line(
            String procedure, List<String> modifiers, int units, long cents, List<Integer> pointers) {
        return new ClaimLine(
                1,
                "L1",
                procedure,
                modifiers,
                BigDecimal.valueOf(units),
                Money.ofCents(cents),
                pointers,
                DAY,
                null,
                null);
    }

    private static BillingProvider billing(String npi, String taxonomy, String street, String postalCode) {
        Address address = new Address(street, null, "Burlington", "VT", postalCode);
        return new BillingProvider("Maple", npi, "123456789", taxonomy, address, null, null, null, true, true);
    }

    private static Provider provider(String npi, String taxonomy) {
        return new Provider(ID, "House", "Greg", npi, taxonomy, true, true);
    }

    private static Patient patient(String lastName, Address address) {
        return new Patient(ID, lastName, "Ann", null, LocalDate.of(1980, 1, 2), "F", address, null);
    }

    private static Coverage coverage(
            String relationship, Subscriber subscriber, String memberId, LocalDate from, LocalDate to) {
        return new Coverage(ID, ID, ID, memberId, null, 1, relationship, subscriber, from, to, null, null);
    }
}
