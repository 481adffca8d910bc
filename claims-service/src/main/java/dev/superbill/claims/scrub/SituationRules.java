package dev.superbill.claims.scrub;

import dev.superbill.claims.practice.BillingProvider;
import dev.superbill.claims.provider.Provider;
import dev.superbill.claims.visit.Accident;
import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.claims.visit.Drug;
import dev.superbill.claims.visit.Hospitalization;
import dev.superbill.claims.visit.OutsideProvider;
import dev.superbill.claims.visit.ServiceFacility;
import dev.superbill.kernel.Npi;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What the situation calls for (SNIP type 4). */
final class SituationRules {

    private static final String INPATIENT_HOSPITAL = "21";
    private static final Pattern CLIA_NUMBER = Pattern.compile(BillingProvider.CLIA_NUMBER);
    private static final Pattern NDC = Pattern.compile("\\d{11}|\\d{5}-\\d{4}-\\d{2}");

    /** Radiology, laboratory and physical therapy are ordered by somebody. */
    private static final Pattern ORDERED = Pattern.compile("[78]\\d{4}|97\\d{3}");

    private SituationRules() {}

    /**
     * {@code ACCIDENT_DATE_MISSING}, {@code ACCIDENT_DATE_INVALID}, {@code ACCIDENT_STATE_MISSING}: CLM11 AA or OA asks for
     * DTP*439, AA for the state in CLM11-4 [X222 2300 CLM, DTP].
     */
    static List<Edit> accident(ScrubInput claim) {
        Accident accident = claim.circumstances().accident();
        if (accident == null) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        if (accident.date() == null && accident.asksForDate()) {
            edits.add(Edit.error(
                    "ACCIDENT_DATE_MISSING",
                    "accident.date",
                    "The visit is related to an accident whose date is missing",
                    "Give the date of the accident"));
        } else if (accident.date() != null && accident.date().isAfter(lastDay(claim))) {
            edits.add(Edit.error(
                    "ACCIDENT_DATE_INVALID",
                    "accident.date",
                    "The accident is later than the service",
                    "Correct the date of the accident"));
        }
        if (accident.state() == null && accident.causes().contains(Accident.Cause.AUTO)) {
            edits.add(Edit.error(
                    "ACCIDENT_STATE_MISSING",
                    "accident.state",
                    "A car accident names the state where it happened",
                    "Give the state of the accident"));
        }
        return edits;
    }

    /**
     * {@code ADMISSION_DATE_MISSING}, {@code HOSPITALIZATION_DATES_INVALID}: place of service 21 asks for the day of
     * admission, DTP*435 [X222 2300 DTP].
     */
    static List<Edit> hospitalization(ScrubInput claim) {
        Hospitalization stay = claim.circumstances().hospitalization();
        if (stay == null) {
            return claim.placeOfService().equals(INPATIENT_HOSPITAL)
                    ? List.of(Edit.error(
                            "ADMISSION_DATE_MISSING",
                            "hospitalization.admissionDate",
                            "A visit to an inpatient names the day of admission",
                            "Give the day of admission, or correct the place of service"))
                    : List.of();
        }
        LocalDate discharge = stay.dischargeDate();
        return stay.admissionDate().isAfter(lastDay(claim))
                        || (discharge != null && discharge.isBefore(stay.admissionDate()))
                ? List.of(Edit.error(
                        "HOSPITALIZATION_DATES_INVALID",
                        "hospitalization",
                        "The admission is later than the service or than the discharge",
                        "Correct the dates of the stay"))
                : List.of();
    }

    /** {@code ILLNESS_DATE_INVALID}: onset, first treatment and last menstrual period are not after the service. */
    static List<Edit> illness(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        notAfterService("onsetDate", claim.circumstances().onsetDate(), claim, edits);
        notAfterService("initialTreatmentDate", claim.circumstances().initialTreatmentDate(), claim, edits);
        notAfterService("lastMenstrualPeriodDate", claim.circumstances().lastMenstrualPeriodDate(), claim, edits);
        return edits;
    }

    private static void notAfterService(String field, @Nullable LocalDate date, ScrubInput claim, List<Edit> edits) {
        if (date != null && date.isAfter(lastDay(claim))) {
            edits.add(Edit.error(
                    "ILLNESS_DATE_INVALID", field, "The date is later than the service", "Correct the date"));
        }
    }

    /**
     * {@code CLIA_NUMBER_MISSING} (a warning: the laboratory may be another's), {@code CLIA_NUMBER_INVALID}: laboratory
     * services are billed with the certificate's number, REF*X4 [42 CFR 493, X222 2300 REF].
     */
    static List<Edit> laboratory(ScrubInput claim) {
        String named = claim.circumstances().cliaNumber();
        if (named != null) {
            return CLIA_NUMBER.matcher(named).matches()
                    ? List.of()
                    : List.of(Edit.error(
                            "CLIA_NUMBER_INVALID",
                            "cliaNumber",
                            "A CLIA number has two digits, D and seven digits",
                            "Correct the CLIA number"));
        }
        return claim.billing() == null
                        || claim.billing().cliaNumber() != null
                        || claim.lines().stream().noneMatch(LaboratoryServices::isOne)
                ? List.of()
                : List.of(Edit.warning(
                        "CLIA_NUMBER_MISSING",
                        "cliaNumber",
                        "Laboratory services are billed without a CLIA number",
                        "Give the practice its CLIA number, or name the laboratory's"));
    }

    /** {@code DESCRIPTION_MISSING}: a code that does not tell what was done asks for SV101-7 [X222 2400 SV1]. */
    static List<Edit> description(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < claim.lines().size(); i++) {
            ClaimLine line = claim.lines().get(i);
            if (UnlistedProcedures.contains(line.procedure()) && PatientRules.isBlank(line.description())) {
                edits.add(Edit.error(
                        "DESCRIPTION_MISSING",
                        "lines[" + i + "].description",
                        "The procedure is not otherwise classified and not described",
                        "Describe what was done"));
            }
        }
        return edits;
    }

    /** {@code NDC_INVALID}: LIN03 has eleven digits, 5-4-2 [X222 2410 LIN]. */
    static List<Edit> drugs(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < claim.lines().size(); i++) {
            Drug drug = claim.lines().get(i).drug();
            if (drug != null && !NDC.matcher(drug.ndc()).matches()) {
                edits.add(Edit.error(
                        "NDC_INVALID",
                        "lines[" + i + "].drug.ndc",
                        "An NDC has eleven digits in groups of 5, 4 and 2",
                        "Fill the short group of the drug's label with a zero in front"));
            }
        }
        return edits;
    }

    /**
     * {@code REFERRING_NPI_INVALID}, {@code SUPERVISING_NPI_INVALID}, {@code SUPERVISING_IS_RENDERING},
     * {@code SERVICE_FACILITY_NPI_INVALID}, {@code SERVICE_FACILITY_POSTAL_CODE_SHORT}: loops 2310A, 2310C and 2310D
     * [X222].
     */
    static List<Edit> providers(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        OutsideProvider referring = claim.circumstances().referringProvider();
        if (referring != null && !Npi.isValid(referring.npi())) {
            edits.add(npi("REFERRING_NPI_INVALID", "referringProvider.npi", "The referring provider's"));
        }
        OutsideProvider supervising = claim.circumstances().supervisingProvider();
        Provider rendering = claim.rendering();
        if (supervising != null && !Npi.isValid(supervising.npi())) {
            edits.add(npi("SUPERVISING_NPI_INVALID", "supervisingProvider.npi", "The supervising provider's"));
        } else if (supervising != null && rendering != null && supervising.npi().equals(rendering.npi())) {
            edits.add(Edit.error(
                    "SUPERVISING_IS_RENDERING",
                    "supervisingProvider",
                    "The supervising provider is the rendering one",
                    "Leave the supervising provider out, or name who supervised"));
        }
        ServiceFacility facility = claim.circumstances().serviceFacility();
        if (facility != null && facility.npi() != null && !Npi.isValid(facility.npi())) {
            edits.add(npi("SERVICE_FACILITY_NPI_INVALID", "serviceFacility.npi", "The service facility's"));
        }
        if (facility != null && !facility.address().hasDeliveryRoute()) {
            edits.add(Edit.warning(
                    "SERVICE_FACILITY_POSTAL_CODE_SHORT",
                    "serviceFacility.address.postalCode",
                    "The service facility's postal code has not nine digits",
                    "Add the four digits of the delivery route"));
        }
        return edits;
    }

    private static Edit npi(String code, String field, String whose) {
        return Edit.error(code, field, whose + " NPI fails its check digit", "Correct the NPI");
    }

    /**
     * {@code REFERRING_PROVIDER_MISSING}, a warning: Medicare asks who ordered imaging, laboratory tests and physical
     * therapy (42 CFR 424.507; 2310A), and the provider who treated may be the one.
     */
    static List<Edit> referral(ScrubInput claim) {
        return claim.payer() == null
                        || !claim.payer().ofMedicare()
                        || claim.circumstances().referringProvider() != null
                        || claim.lines().stream()
                                .noneMatch(line ->
                                        ORDERED.matcher(line.procedure()).matches())
                ? List.of()
                : List.of(Edit.warning(
                        "REFERRING_PROVIDER_MISSING",
                        "referringProvider",
                        "Medicare asks who has ordered the service",
                        "Name the referring provider, also when it is the one who treated"));
    }

    private static LocalDate lastDay(ScrubInput claim) {
        return claim.lines().stream()
                .map(ClaimLine::serviceDate)
                .max(LocalDate::compareTo)
                .orElse(claim.serviceDate());
    }
}
