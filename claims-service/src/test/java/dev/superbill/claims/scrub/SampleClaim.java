package dev.superbill.claims.scrub;

import dev.superbill.claims.coverage.Coverage;
import dev.superbill.claims.coverage.Patient;
import dev.superbill.claims.coverage.Subscriber;
import dev.superbill.claims.ncci.NcciEdits;
import dev.superbill.claims.payer.Payer;
import dev.superbill.claims.practice.Address;
import dev.superbill.claims.practice.BillingProvider;
import dev.superbill.claims.provider.License;
import dev.superbill.claims.provider.Provider;
import dev.superbill.claims.scrub.Edit.Severity;
import dev.superbill.claims.visit.Circumstances;
import dev.superbill.claims.visit.ClaimContent;
import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.claims.visit.Drug;
import dev.superbill.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** A clean claim, one part of which a test spoils. */
final class SampleClaim {

    static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    static final UUID ID = new UUID(1, 1);
    static final Address HOME = new Address("1 Elm St", null, "Burlington", "VT", "05401");

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
    NcciEdits ncci = NcciEdits.NONE;

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
                others,
                ncci));
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

    static ClaimLine described(String procedure, String description, Drug drug) {
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

    static ClaimLine line(String procedure, List<String> modifiers, int units, long cents, List<Integer> pointers) {
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

    static BillingProvider billing(String npi, String taxonomy, String street, String postalCode) {
        Address address = new Address(street, null, "Burlington", "VT", postalCode);
        return new BillingProvider("Maple", npi, "123456789", taxonomy, address, null, null, null, true, true);
    }

    static Provider provider(String npi, String taxonomy) {
        return new Provider(ID, "House", "Greg", npi, taxonomy, true, true);
    }

    static Patient patient(String lastName, Address address) {
        return new Patient(ID, lastName, "Ann", null, LocalDate.of(1980, 1, 2), "F", address, null);
    }

    static Coverage coverage(
            String relationship, Subscriber subscriber, String memberId, LocalDate from, LocalDate to) {
        return new Coverage(ID, ID, ID, memberId, null, 1, relationship, subscriber, from, to, null, null);
    }
}
