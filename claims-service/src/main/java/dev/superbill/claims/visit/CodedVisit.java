package dev.superbill.claims.visit;

import dev.superbill.kernel.Money;
import dev.superbill.kernel.PatientControlNumber;
import dev.superbill.platform.events.Identifying;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A visit as it was coded, before it becomes claims.
 *
 * @param placeOfService two digits
 * @param diagnoses ICD-10-CM, the principal first
 * @param lines any number; more than 50 make several claims
 */
public record CodedVisit(
        UUID renderingProviderId,
        LocalDate serviceDate,
        String placeOfService,
        List<String> diagnoses,
        List<Line> lines,
        Circumstances circumstances) {

    public CodedVisit {
        placeOfService = code(placeOfService);
        diagnoses = diagnoses.stream().map(CodedVisit::code).toList();
        lines = List.copyOf(lines);
        // absent in what was stored before there were any
        circumstances = circumstances == null ? Circumstances.NONE : circumstances;
    }

    /**
     * One service of the visit.
     *
     * @param description SV101-7, of a procedure that its code does not tell
     */
    public record Line(
            String procedure,
            List<String> modifiers,
            BigDecimal units,
            Money charge,
            List<Integer> diagnosisPointers,
            LocalDate serviceDate,
            @Identifying @Nullable String description,
            @Nullable Drug drug) {

        public Line {
            procedure = code(procedure);
            modifiers = modifiers.stream().map(CodedVisit::code).toList();
            units = withoutNeedlessZeros(units);
            diagnosisPointers = List.copyOf(diagnosisPointers);
        }

        ClaimLine numbered(PatientControlNumber claim, int ordinal) {
            String number = claim.value() + (ordinal < 10 ? "0" : "") + ordinal;
            return new ClaimLine(
                    ordinal,
                    number,
                    procedure,
                    modifiers,
                    units,
                    charge,
                    diagnosisPointers,
                    serviceDate,
                    description,
                    drug);
        }
    }

    /** Σ of the lines' charges. */
    public Money charge() {
        return Money.sum(lines.stream().map(Line::charge).toList());
    }

    /** The visit in portions of at most 50 lines (837P loop 2400), each of which makes a claim. */
    public List<CodedVisit> portions() {
        if (lines.size() <= ClaimContent.MOST_LINES) {
            return List.of(this);
        }
        List<CodedVisit> portions = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += ClaimContent.MOST_LINES) {
            portions.add(new CodedVisit(
                    renderingProviderId,
                    serviceDate,
                    placeOfService,
                    diagnoses,
                    lines.subList(from, Math.min(lines.size(), from + ClaimContent.MOST_LINES)),
                    from == 0 ? circumstances : circumstances.withoutPatientPaid()));
        }
        return portions;
    }

    /** What the claim with that number says of this portion. */
    public ClaimContent content(PatientControlNumber claim) {
        List<ClaimLine> numbered = new ArrayList<>();
        for (Line line : lines) {
            numbered.add(line.numbered(claim, numbered.size() + 1));
        }
        return new ClaimContent(placeOfService, diagnoses, numbered, circumstances);
    }

    private static String code(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private static BigDecimal withoutNeedlessZeros(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
