package dev.superbill.claims.encounter;

import dev.superbill.claims.visit.Accident;
import dev.superbill.claims.visit.Circumstances;
import dev.superbill.claims.visit.CodedVisit;
import dev.superbill.claims.visit.Drug;
import dev.superbill.claims.visit.Hospitalization;
import dev.superbill.claims.visit.OutsideProvider;
import dev.superbill.claims.visit.ServiceFacility;
import dev.superbill.kernel.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An encounter as it is shown. */
@Schema(name = "Encounter", examples = """
                {"id": "019a8f0e-7c1d-7000-8000-000000000011", "externalId": "visit-1001", "status": "CODED",
                 "patientId": "019a8f0e-7c1d-7000-8000-000000000001", "renderingProviderId": "019a8f0e-7c1d-7000-8000-000000000002",
                 "serviceDate": "2026-11-20", "placeOfService": "11", "selfPay": false, "diagnoses": ["E11.9"],
                 "lines": [{"procedure": "99213", "modifiers": ["25"], "units": 1, "chargeCents": 15000,
                            "diagnosisPointers": [1], "serviceDate": "2026-11-20", "description": null, "drug": null}],
                 "claimIds": ["019a8f0e-7c1d-7000-8000-000000000010"], "referringProvider": null,
                 "supervisingProvider": null, "serviceFacility": null, "priorAuthorizationNumber": "PA-778812",
                 "cliaNumber": null, "accident": null, "hospitalization": null, "onsetDate": null,
                 "initialTreatmentDate": null, "lastMenstrualPeriodDate": null, "patientPaidCents": 2500}""")
record EncounterView(
        UUID id,
        String externalId,
        EncounterStatus status,
        UUID patientId,
        UUID renderingProviderId,
        LocalDate serviceDate,
        @Nullable String placeOfService,
        boolean selfPay,
        List<String> diagnoses,
        List<LineView> lines,
        List<UUID> claimIds,
        @Nullable OutsideProvider referringProvider,
        @Nullable OutsideProvider supervisingProvider,
        @Nullable ServiceFacility serviceFacility,
        @Nullable String priorAuthorizationNumber,
        @Nullable String cliaNumber,
        @Nullable Accident accident,
        @Nullable Hospitalization hospitalization,
        @Nullable LocalDate onsetDate,
        @Nullable LocalDate initialTreatmentDate,
        @Nullable LocalDate lastMenstrualPeriodDate,
        @Nullable Long patientPaidCents) {

    /** A service line as it is shown. */
    @Schema(name = "EncounterLine")
    record LineView(
            String procedure,
            List<String> modifiers,
            BigDecimal units,
            long chargeCents,
            List<Integer> diagnosisPointers,
            LocalDate serviceDate,
            @Nullable String description,
            @Nullable Drug drug) {

        static LineView of(CodedVisit.Line line) {
            return new LineView(
                    line.procedure(),
                    line.modifiers(),
                    line.units(),
                    line.charge().cents(),
                    line.diagnosisPointers(),
                    line.serviceDate(),
                    line.description(),
                    line.drug());
        }
    }

    static EncounterView of(Encounter encounter, List<UUID> claimIds) {
        CodedVisit coding = encounter.coding();
        Circumstances circumstances = coding == null ? Circumstances.NONE : coding.circumstances();
        Money patientPaid = circumstances.patientPaid();
        return new EncounterView(
                encounter.id(),
                encounter.externalId(),
                encounter.status(),
                encounter.patientId(),
                encounter.renderingProviderId(),
                encounter.serviceDate(),
                encounter.placeOfService(),
                encounter.selfPay(),
                coding == null ? List.of() : coding.diagnoses(),
                coding == null
                        ? List.of()
                        : coding.lines().stream().map(LineView::of).toList(),
                claimIds,
                circumstances.referringProvider(),
                circumstances.supervisingProvider(),
                circumstances.serviceFacility(),
                circumstances.priorAuthorizationNumber(),
                circumstances.cliaNumber(),
                circumstances.accident(),
                circumstances.hospitalization(),
                circumstances.onsetDate(),
                circumstances.initialTreatmentDate(),
                circumstances.lastMenstrualPeriodDate(),
                patientPaid == null ? null : patientPaid.cents());
    }
}
