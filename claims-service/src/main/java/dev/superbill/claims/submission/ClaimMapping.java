package dev.superbill.claims.submission;

import static dev.superbill.claims.submission.X12Text.address;
import static dev.superbill.claims.submission.X12Text.id;
import static dev.superbill.claims.submission.X12Text.of;
import static dev.superbill.claims.submission.X12Text.required;

import dev.superbill.claims.claim.ClaimForSubmission;
import dev.superbill.claims.claim.Frequency;
import dev.superbill.claims.coverage.Coverage;
import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.claims.visit.Drug;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.claim.BillingProvider;
import dev.superbill.x12.claim.Patient;
import dev.superbill.x12.claim.Payer;
import dev.superbill.x12.claim.ProfessionalClaim;
import dev.superbill.x12.claim.ProfessionalClaimBuilder;
import dev.superbill.x12.claim.Provider;
import dev.superbill.x12.claim.ServiceLine;
import dev.superbill.x12.claim.Subscriber;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Says a claim in the loops of the 837P (005010X222A1). Situational segments are written when their condition holds and
 * left out otherwise, because the guide forbids what it does not require.
 */
final class ClaimMapping {

    private static final int NAME = 60;
    private static final int FIRST_NAME = 35;
    private static final int MIDDLE_NAME = 25;
    private static final int IDENTIFIER = 80;
    private static final int REFERENCE = 50;
    private static final int DESCRIPTION = 80;

    private ClaimMapping() {}

    /**
     * The claim as the X12 library writes it.
     *
     * @throws RefusedClaimException when something is missing that the guide requires, or amounts do not balance
     */
    static ProfessionalClaim map(ClaimForSubmission claim) {
        ProfessionalClaimBuilder builder = ProfessionalClaim.builder()
                .billingProvider(billing(claim.billing()))
                .subscriber(subscriber(claim))
                .payer(Payer.of(
                        required(claim.payer().name(), NAME, "NM1 of 2010BB", "The payer's name"),
                        id(claim.payer().payerIdentifier(), IDENTIFIER, "NM1 of 2010BB", "The payer's identifier")))
                .patient(claim.coverage().ofPatient() ? null : patient(claim))
                .patientControlNumber(claim.patientControlNumber())
                .chargeCents(claim.charge().cents())
                .placeOfService(claim.content().placeOfService())
                .frequency(claim.frequency().code())
                .terms(terms(claim))
                .diagnoses(claim.content().diagnoses());
        // before REF*F8, as the guide has them
        Situation situation = new Situation(claim);
        situation.tell(builder);
        if (claim.frequency() != Frequency.ORIGINAL) {
            builder.reference(
                    "F8",
                    id(
                            claim.payerControlNumber(),
                            REFERENCE,
                            "REF F8 of 2300",
                            "The payer's control number of the claim"));
        }
        situation.cliaNumber().ifPresent(number -> builder.reference("X4", number));
        renderingProvider(claim).ifPresent(builder::provider);
        List<EarlierPayer> earlier = new ArrayList<>();
        for (ClaimForSubmission.OtherPayer other : claim.otherPayers()) {
            EarlierPayer payer = new EarlierPayer(claim, other);
            builder.otherPayer(payer.loop());
            earlier.add(payer);
        }
        for (ClaimLine line : claim.content().lines()) {
            builder.line(line(line, earlier));
        }
        earlier.forEach(EarlierPayer::proveBalance);
        return builder.build();
    }

    /** CLM06 to CLM09: what the practice and the coverage say of every claim. */
    private static ProfessionalClaim.Terms terms(ClaimForSubmission claim) {
        return new ProfessionalClaim.Terms(
                claim.billing().signatureOnFile() ? "Y" : "N",
                claim.billing().acceptsAssignment() ? "A" : "C",
                claim.coverage().benefitsAssignedCode(),
                claim.coverage().releaseCode(),
                "");
    }

    private static BillingProvider billing(dev.superbill.claims.practice.BillingProvider practice) {
        String place = "2010AA";
        BillingProvider provider = BillingProvider.organization(
                required(practice.name(), NAME, "NM1 of " + place, "The practice's name"),
                id(practice.npi(), 10, "NM1 of " + place, "The practice's NPI"),
                id(practice.taxId().replace("-", ""), 9, "REF EI of " + place, "The practice's tax id"),
                id(practice.taxonomy(), 10, "PRV of 2000A", "The practice's taxonomy"),
                address(practice.address(), true, place),
                List.of());
        return practice.payTo() == null || isSame(practice.payTo(), practice.address())
                ? provider
                : new BillingProvider(
                        provider.name(),
                        provider.taxonomy(),
                        provider.address(),
                        provider.references(),
                        provider.contacts(),
                        address(practice.payTo(), false, "2010AB"));
    }

    /** 2010AB is only for payments that go elsewhere; the same address written in another way is the same. */
    private static boolean isSame(
            dev.superbill.claims.practice.Address payTo, dev.superbill.claims.practice.Address address) {
        return address(payTo, false, "2010AB").equals(address(address, false, "2010AA"));
    }

    private static Subscriber subscriber(ClaimForSubmission claim) {
        Coverage coverage = claim.coverage();
        boolean self = coverage.ofPatient();
        // the address, birth date and sex of a subscriber who is not the patient are not sent
        Subscriber subscriber = Subscriber.of(
                sequence(claim.rank()),
                self,
                of(coverage.groupNumber(), REFERENCE),
                claim.payer().claimFilingIndicator(),
                policyHolder(claim, coverage, "2010BA"),
                self ? address(claim.patient().address(), false, "2010BA") : dev.superbill.x12.Address.NONE,
                self ? birthDate(claim, "2010BA") : null,
                self ? sex(claim.patient().sex()) : "");
        return new Subscriber(
                subscriber.sequence(),
                subscriber.relationship(),
                subscriber.groupNumber(),
                subscriber.groupName(),
                insuranceType(claim, claim.rank(), claim.payer()),
                subscriber.filingIndicator(),
                subscriber.name(),
                subscriber.address(),
                subscriber.birthDate(),
                subscriber.sex(),
                subscriber.references());
    }

    /** SBR05 is required where Medicare is not primary: 12 working aged, 43 disabled with a large group plan. */
    static String insuranceType(ClaimForSubmission claim, int rank, dev.superbill.claims.payer.Payer payer) {
        LocalDate birthDate = claim.patient().birthDate();
        if (rank == 1 || birthDate == null || !payer.ofMedicare()) {
            return "";
        }
        return Period.between(birthDate, claim.serviceDate()).getYears() >= 65 ? "12" : "43";
    }

    private static Patient patient(ClaimForSubmission claim) {
        String place = "2010CA";
        return Patient.of(
                relationship(claim.coverage()),
                required(claim.patient().lastName(), NAME, "NM1 of " + place, "The patient's last name"),
                of(claim.patient().firstName(), FIRST_NAME),
                of(claim.patient().middleName(), MIDDLE_NAME),
                address(claim.patient().address(), false, place),
                birthDate(claim, place),
                sex(claim.patient().sex()));
    }

    private static LocalDate birthDate(ClaimForSubmission claim, String place) {
        LocalDate birthDate = claim.patient().birthDate();
        if (birthDate == null) {
            throw new RefusedClaimException("DMG of " + place, "The patient's birth date is missing");
        }
        return birthDate;
    }

    private static String sex(@Nullable String sex) {
        return sex == null || sex.isBlank() ? "U" : sex;
    }

    /** NM1*IL with the member id of a coverage. */
    static EntityName policyHolder(ClaimForSubmission claim, Coverage coverage, String place) {
        var subscriber = coverage.subscriber();
        String memberId = id(coverage.memberId(), IDENTIFIER, "NM1 of " + place, "The member id");
        if (coverage.ofPatient() || subscriber == null) {
            if (!coverage.ofPatient()) {
                throw new RefusedClaimException("NM1 of " + place, "The subscriber of the coverage is missing");
            }
            return new EntityName(
                    "IL",
                    "1",
                    required(claim.patient().lastName(), NAME, "NM1 of " + place, "The patient's last name"),
                    of(claim.patient().firstName(), FIRST_NAME),
                    of(claim.patient().middleName(), MIDDLE_NAME),
                    "",
                    "MI",
                    memberId);
        }
        return EntityName.person(
                "IL",
                required(subscriber.lastName(), NAME, "NM1 of " + place, "The subscriber's last name"),
                of(subscriber.firstName(), FIRST_NAME),
                "MI",
                memberId);
    }

    /** 2310B is required where another than the billing provider has rendered. */
    private static java.util.Optional<Provider> renderingProvider(ClaimForSubmission claim) {
        var rendering = claim.rendering();
        String npi = id(rendering.npi(), 10, "NM1 82 of 2310B", "The rendering provider's NPI");
        if (npi.equals(claim.billing().npi())) {
            return java.util.Optional.empty();
        }
        return java.util.Optional.of(Provider.rendering(
                required(rendering.lastName(), NAME, "NM1 82 of 2310B", "The rendering provider's last name"),
                of(rendering.firstName(), FIRST_NAME),
                npi,
                of(rendering.taxonomy(), 10)));
    }

    private static ServiceLine line(ClaimLine line, List<EarlierPayer> earlier) {
        ServiceLine written = ServiceLine.of(
                line.ordinal(),
                new Procedure("HC", line.procedure(), line.modifiers(), of(line.description(), DESCRIPTION)),
                line.charge().cents(),
                line.units(),
                line.diagnosisPointers(),
                line.serviceDate(),
                line.lineControlNumber());
        Drug drug = line.drug();
        if (drug != null) {
            written = written.with(
                    null, drug.digits(), drug.quantity(), drug.unit().name());
        }
        return written.withAdjudications(
                earlier.stream().flatMap(payer -> payer.line(line).stream()).toList());
    }

    /** SBR01. */
    static String sequence(int rank) {
        return switch (rank) {
            case 1 -> "P";
            case 2 -> "S";
            case 3 -> "T";
            default -> throw new RefusedClaimException("SBR", "A claim has at most three payers");
        };
    }

    /** PAT01 and SBR02 of 2320: the patient's relationship to the subscriber. */
    static String relationship(Coverage coverage) {
        String relationship = coverage.relationship();
        return switch (relationship == null ? "self" : relationship) {
            case "self" -> Subscriber.SELF;
            case "spouse" -> "01";
            case "child" -> "19";
            default -> "G8";
        };
    }
}
