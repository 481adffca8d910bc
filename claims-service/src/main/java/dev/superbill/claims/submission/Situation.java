package dev.superbill.claims.submission;

import static dev.superbill.claims.submission.X12Text.address;
import static dev.superbill.claims.submission.X12Text.id;
import static dev.superbill.claims.submission.X12Text.of;
import static dev.superbill.claims.submission.X12Text.required;

import dev.superbill.claims.claim.ClaimForSubmission;
import dev.superbill.claims.scrub.LaboratoryServices;
import dev.superbill.claims.visit.Accident;
import dev.superbill.claims.visit.Circumstances;
import dev.superbill.claims.visit.Hospitalization;
import dev.superbill.claims.visit.OutsideProvider;
import dev.superbill.claims.visit.ServiceFacility;
import dev.superbill.x12.Address;
import dev.superbill.x12.QualifiedDate;
import dev.superbill.x12.claim.ProfessionalClaim;
import dev.superbill.x12.claim.ProfessionalClaimBuilder;
import dev.superbill.x12.claim.Provider;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the circumstances of the visit add to a claim: dates, amounts, numbers and providers of loops 2300 and 2310. */
final class Situation {

    private static final int NAME = 60;
    private static final int FIRST_NAME = 35;
    private static final int NPI = 10;

    private final ClaimForSubmission claim;
    private final Circumstances circumstances;

    Situation(ClaimForSubmission claim) {
        this.claim = claim;
        this.circumstances = claim.content().circumstances();
    }

    /** In the order in which the guide has them, so that strict readers find each where they look for it. */
    void tell(ProfessionalClaimBuilder builder) {
        date("431", circumstances.onsetDate(), builder);
        date("454", circumstances.initialTreatmentDate(), builder);
        Accident accident = circumstances.accident();
        if (accident != null) {
            builder.cause(new ProfessionalClaim.Cause(accident.codes(), of(accident.state(), 2), ""));
            date("439", accident.date(), builder);
        }
        date("484", circumstances.lastMenstrualPeriodDate(), builder);
        Hospitalization stay = circumstances.hospitalization();
        if (stay != null) {
            date("435", stay.admissionDate(), builder);
            date("096", stay.dischargeDate(), builder);
        }
        if (circumstances.patientPaid() != null && circumstances.patientPaid().isPositive()) {
            builder.patientPaidCents(circumstances.patientPaid().cents());
        }
        if (circumstances.priorAuthorizationNumber() != null) {
            builder.reference(
                    "G1",
                    id(
                            circumstances.priorAuthorizationNumber(),
                            50,
                            "REF G1 of 2300",
                            "The prior authorization number"));
        }
        OutsideProvider referring = circumstances.referringProvider();
        if (referring != null) {
            builder.provider(Provider.referring(last(referring, "DN of 2310A"), first(referring), npi(referring)));
        }
        facility().ifPresent(builder::provider);
        OutsideProvider supervising = circumstances.supervisingProvider();
        if (supervising != null) {
            builder.provider(
                    Provider.supervising(last(supervising, "DQ of 2310D"), first(supervising), npi(supervising)));
        }
    }

    /** REF*X4: the one that the visit names, else the practice's on claims for laboratory services. */
    Optional<String> cliaNumber() {
        String number = circumstances.cliaNumber();
        if (number == null && claim.content().lines().stream().anyMatch(LaboratoryServices::isOne)) {
            number = claim.billing().cliaNumber();
        }
        return number == null ? Optional.empty() : Optional.of(id(number, 10, "REF X4 of 2300", "The CLIA number"));
    }

    /** 2310C is for a place other than the billing provider's. */
    private Optional<Provider> facility() {
        ServiceFacility facility = circumstances.serviceFacility();
        if (facility == null) {
            return Optional.empty();
        }
        Address place = address(facility.address(), true, "2310C");
        return place.equals(address(claim.billing().address(), true, "2010AA"))
                ? Optional.empty()
                : Optional.of(Provider.facility(
                        required(facility.name(), NAME, "NM1 77 of 2310C", "The service facility's name"),
                        of(facility.npi(), NPI),
                        place));
    }

    private static String last(OutsideProvider provider, String place) {
        return required(provider.lastName(), NAME, "NM1 " + place, "The provider's last name");
    }

    private static String first(OutsideProvider provider) {
        return of(provider.firstName(), FIRST_NAME);
    }

    private static String npi(OutsideProvider provider) {
        return id(provider.npi(), NPI, "NM1 of 2310", "The provider's NPI");
    }

    private static void date(String qualifier, @Nullable LocalDate date, ProfessionalClaimBuilder builder) {
        if (date != null) {
            builder.date(QualifiedDate.of(qualifier, date));
        }
    }
}
