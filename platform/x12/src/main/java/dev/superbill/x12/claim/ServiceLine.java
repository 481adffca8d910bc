package dev.superbill.x12.claim;

import dev.superbill.x12.Position;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.QualifiedDate;
import dev.superbill.x12.Reference;
import dev.superbill.x12.X12Issue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One service line: loop 2400 with 2430.
 *
 * @param position where its LX stands
 * @param ordinal LX01, from 1
 * @param procedure SV101
 * @param chargeCents SV102
 * @param unit SV103: {@code UN} units, {@code MJ} minutes
 * @param units SV104; null when unreadable
 * @param placeOfService SV105, only when other than the claim's
 * @param diagnosisPointers SV107, one to four, each 1 to 12
 * @param emergency SV109 is Y
 * @param dates DTP: {@code 472} service, required …
 * @param references REF: {@code 6R} line control number, {@code G1}, {@code X4} …
 * @param note NTE; null when absent
 * @param drug LIN03 of loop 2410 (NDC, eleven digits); empty when absent
 * @param drugQuantity CTP04; null when absent
 * @param drugUnit CTP05-1: {@code UN}, {@code ML}, {@code GR}, {@code F2}, {@code ME}
 * @param providers 2420A and on: rendering and others when different from the claim's
 * @param adjudications 2430, one for each earlier payer that adjudicated the line
 * @param issues of this line
 */
public record ServiceLine(
        Position position,
        int ordinal,
        Procedure procedure,
        long chargeCents,
        String unit,
        @Nullable BigDecimal units,
        String placeOfService,
        List<Integer> diagnosisPointers,
        boolean emergency,
        List<QualifiedDate> dates,
        List<Reference> references,
        @Nullable Note note,
        String drug,
        @Nullable BigDecimal drugQuantity,
        String drugUnit,
        List<Provider> providers,
        List<LineAdjudication> adjudications,
        List<X12Issue> issues) {
    /** Copies the lists. */
    public ServiceLine {
        diagnosisPointers = List.copyOf(diagnosisPointers);
        dates = List.copyOf(dates);
        references = List.copyOf(references);
        providers = List.copyOf(providers);
        adjudications = List.copyOf(adjudications);
        issues = List.copyOf(issues);
    }

    /** A line that is to be written. */
    public static ServiceLine of(
            int ordinal,
            Procedure procedure,
            long chargeCents,
            BigDecimal units,
            List<Integer> diagnosisPointers,
            LocalDate serviceDate,
            String lineControlNumber) {
        return new ServiceLine(
                Position.NONE,
                ordinal,
                procedure,
                chargeCents,
                "UN",
                units,
                "",
                diagnosisPointers,
                false,
                List.of(QualifiedDate.of("472", serviceDate)),
                lineControlNumber.isEmpty() ? List.of() : List.of(Reference.of("6R", lineControlNumber)),
                null,
                "",
                null,
                "",
                List.of(),
                List.of(),
                List.of());
    }

    /** With what earlier payers did. */
    public ServiceLine withAdjudications(List<LineAdjudication> earlier) {
        return new ServiceLine(
                position,
                ordinal,
                procedure,
                chargeCents,
                unit,
                units,
                placeOfService,
                diagnosisPointers,
                emergency,
                dates,
                references,
                note,
                drug,
                drugQuantity,
                drugUnit,
                providers,
                earlier,
                issues);
    }

    /** With a note (NTE), a drug (2410) or both. */
    public ServiceLine with(@Nullable Note text, String ndc, @Nullable BigDecimal quantity, String quantityUnit) {
        return new ServiceLine(
                position,
                ordinal,
                procedure,
                chargeCents,
                unit,
                units,
                placeOfService,
                diagnosisPointers,
                emergency,
                dates,
                references,
                text,
                ndc,
                quantity,
                quantityUnit,
                providers,
                adjudications,
                issues);
    }

    /** REF*6R; empty when absent. */
    public String lineControlNumber() {
        return Reference.find(references, "6R");
    }

    /** DTP*472, the first day; null when absent. */
    public @Nullable LocalDate serviceDate() {
        return QualifiedDate.find(dates, "472");
    }
}
