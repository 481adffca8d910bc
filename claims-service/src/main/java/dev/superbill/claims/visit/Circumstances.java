package dev.superbill.claims.visit;

import dev.superbill.kernel.Money;
import dev.superbill.platform.events.Identifying;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What situational loops and segments of the 837P tell of a visit. Each is absent where the situation does not call for
 * it, because the guide forbids what it does not require.
 *
 * @param referringProvider 2310A NM1*DN
 * @param supervisingProvider 2310D NM1*DQ
 * @param serviceFacility 2310C NM1*77
 * @param priorAuthorizationNumber REF*G1, the payer's
 * @param cliaNumber REF*X4 of the laboratory, when not the practice's own
 * @param accident CLM11 and DTP*439
 * @param hospitalization DTP*435 and DTP*096
 * @param onsetDate DTP*431, of the present illness
 * @param initialTreatmentDate DTP*454
 * @param lastMenstrualPeriodDate DTP*484
 * @param patientPaid AMT*F5, what the patient has paid for this visit
 */
public record Circumstances(
        @Nullable OutsideProvider referringProvider,
        @Nullable OutsideProvider supervisingProvider,
        @Nullable ServiceFacility serviceFacility,
        @Identifying @Nullable String priorAuthorizationNumber,
        @Nullable String cliaNumber,
        @Nullable Accident accident,
        @Nullable Hospitalization hospitalization,
        @Nullable LocalDate onsetDate,
        @Nullable LocalDate initialTreatmentDate,
        @Nullable LocalDate lastMenstrualPeriodDate,
        @Nullable Money patientPaid) {

    /** Of a visit that calls for none of them. */
    public static final Circumstances NONE =
            new Circumstances(null, null, null, null, null, null, null, null, null, null, null);

    /** The same without what the patient has paid: of several claims of a visit the first tells it. */
    Circumstances withoutPatientPaid() {
        return patientPaid == null
                ? this
                : new Circumstances(
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
                        null);
    }
}
