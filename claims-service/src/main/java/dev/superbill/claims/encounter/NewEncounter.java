package dev.superbill.claims.encounter;

import dev.superbill.claims.visit.Accident;
import dev.superbill.claims.visit.Circumstances;
import dev.superbill.claims.visit.CodedVisit;
import dev.superbill.claims.visit.Drug;
import dev.superbill.claims.visit.Hospitalization;
import dev.superbill.claims.visit.OutsideProvider;
import dev.superbill.claims.visit.ServiceFacility;
import dev.superbill.kernel.Money;
import dev.superbill.platform.web.PlainText;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An encounter as it is sent in. What a person may get wrong in coding is let in and found by the scrubber; what no claim
 * could say is refused here.
 *
 * @param externalId the sender's own id: the same again is the same encounter; made of ours when absent
 * @param selfPay the patient pays and no payer is billed: it makes no claim, and its charge is the patient's to pay
 * @param referringProvider who sent the patient; need not work here
 * @param supervisingProvider the physician under whom the rendering provider worked
 * @param serviceFacility where it took place, when not at the practice
 * @param priorAuthorizationNumber the payer's
 * @param cliaNumber of the laboratory, when not the practice's own
 * @param hospitalization asked for by the scrubber of inpatient visits
 * @param onsetDate of the present illness
 * @param patientPaidCents what the patient has paid for this visit
 */
@Schema(name = "NewEncounter", examples = """
                {"externalId": "visit-1001", "patientId": "0193a5b0-0000-7000-8000-000000000001",
                 "renderingProviderId": "0193a5b0-0000-7000-8000-000000000002", "serviceDate": "2026-11-20",
                 "placeOfService": "11", "diagnoses": ["E11.9"],
                 "lines": [{"procedure": "99213", "modifiers": ["25"], "units": 1, "chargeCents": 15000,
                            "diagnosisPointers": [1], "serviceDate": "2026-11-20"}],
                 "priorAuthorizationNumber": "PA-778812", "patientPaidCents": 2500}""")
record NewEncounter(
        @Nullable @PlainText @Size(min = 1, max = 100, message = "An external id has 1 to 100 characters")
        String externalId,

        @NotNull(message = "The patient is needed") UUID patientId,

        @NotNull(message = "The rendering provider is needed")
        UUID renderingProviderId,

        @NotNull(message = "The date of service is needed") LocalDate serviceDate,

        @NotBlank(message = "The place of service is needed")
        @Size(max = 10, message = "A place of service has two digits")
        String placeOfService,

        @NotNull(message = "The diagnoses are needed") @Size(max = 12, message = "A claim has at most 12 diagnoses")
        List<
                        @NotBlank(message = "A diagnosis has a code")
                        @Size(max = 20, message = "A diagnosis has at most 20 characters") String>
                diagnoses,

        @NotEmpty(message = "An encounter has at least one line")
        @Size(max = 1000, message = "An encounter has at most 1000 lines")
        List<@NotNull(message = "A line is an object") @Valid Line> lines,

        @Nullable Boolean selfPay,
        @Nullable @Valid OutsideProvider referringProvider,
        @Nullable @Valid OutsideProvider supervisingProvider,
        @Nullable @Valid ServiceFacility serviceFacility,

        @Nullable @PlainText @Size(min = 1, max = 50, message = "A prior authorization number has 1 to 50 characters")
        String priorAuthorizationNumber,

        @Nullable @PlainText @Size(max = 20, message = "A CLIA number has ten characters")
        String cliaNumber,

        @Nullable @Valid Accident accident,
        @Nullable @Valid Hospitalization hospitalization,
        @Nullable LocalDate onsetDate,
        @Nullable LocalDate initialTreatmentDate,
        @Nullable LocalDate lastMenstrualPeriodDate,

        @Nullable
        @Min(value = 0, message = "What the patient has paid is not negative")
        @Max(value = NewEncounter.LARGEST_AMOUNT, message = "An amount is at most 10 million dollars")
        Long patientPaidCents) {

    private static final long LARGEST_AMOUNT = 1_000_000_000L;

    /** A service line as it is sent in. */
    @Schema(name = "NewEncounterLine")
    record Line(
            @NotBlank(message = "A line has a procedure") @Size(max = 48, message = "A procedure has five characters")
            String procedure,

            @Nullable @Size(max = 4, message = "A line has at most four modifiers")
            List<
                            @NotBlank(message = "A modifier has two characters")
                            @Size(max = 10, message = "A modifier has two characters") String>
                    modifiers,

            @NotNull(message = "A line has units")
            @Positive(message = "Units are above zero")
            @Digits(integer = 8, fraction = 3, message = "Units have at most 8 digits and 3 decimals")
            BigDecimal units,

            @NotNull(message = "A line has a charge")
            @Min(value = -LARGEST_AMOUNT, message = "A charge is at most 10 million dollars")
            @Max(value = LARGEST_AMOUNT, message = "A charge is at most 10 million dollars")
            Long chargeCents,

            @Nullable @Size(max = 4, message = "A line points to at most four diagnoses")
            List<@NotNull(message = "A pointer is a number") @Min(value = 1, message = "Pointers count from 1") Integer>
                    diagnosisPointers,

            @Nullable LocalDate serviceDate,

            @Nullable @PlainText @Size(max = 80, message = "A description has at most 80 characters")
            String description,

            @Nullable @Valid Drug drug) {

        CodedVisit.Line coded(LocalDate day) {
            return new CodedVisit.Line(
                    procedure,
                    modifiers == null ? List.of() : modifiers,
                    units,
                    Money.ofCents(chargeCents),
                    diagnosisPointers == null ? List.of() : diagnosisPointers,
                    serviceDate == null ? day : serviceDate,
                    description,
                    drug);
        }
    }

    CodedVisit visit() {
        return new CodedVisit(
                renderingProviderId,
                serviceDate,
                placeOfService,
                diagnoses,
                lines.stream().map(line -> line.coded(serviceDate)).toList(),
                circumstances());
    }

    private Circumstances circumstances() {
        return new Circumstances(
                referringProvider,
                supervisingProvider,
                serviceFacility,
                priorAuthorizationNumber,
                cliaNumber,
                accident,
                hospitalization,
                onsetDate,
                initialTreatmentDate,
                lastMenstrualPeriodDate,
                patientPaidCents == null ? null : Money.ofCents(patientPaidCents));
    }

    boolean paidByPatient() {
        return Boolean.TRUE.equals(selfPay);
    }
}
