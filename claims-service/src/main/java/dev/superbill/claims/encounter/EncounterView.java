package dev.superbill.claims.encounter;

import dev.superbill.claims.claim.CodedVisit;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An encounter as it is shown. */
@Schema(name = "Encounter")
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
        List<UUID> claimIds) {

    /** A service line as it is shown. */
    @Schema(name = "EncounterLine")
    record LineView(
            String procedure,
            List<String> modifiers,
            BigDecimal units,
            long chargeCents,
            List<Integer> diagnosisPointers,
            LocalDate serviceDate) {

        static LineView of(CodedVisit.Line line) {
            return new LineView(
                    line.procedure(),
                    line.modifiers(),
                    line.units(),
                    line.charge().cents(),
                    line.diagnosisPointers(),
                    line.serviceDate());
        }
    }

    static EncounterView of(Encounter encounter, List<UUID> claimIds) {
        CodedVisit coding = encounter.coding();
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
                claimIds);
    }
}
