package dev.superbill.claims.claim;

import dev.superbill.kernel.Money;
import dev.superbill.kernel.PatientControlNumber;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

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
        List<Line> lines) {

    public CodedVisit {
        placeOfService = code(placeOfService);
        diagnoses = diagnoses.stream().map(CodedVisit::code).toList();
        lines = List.copyOf(lines);
    }

    /** One service of the visit. */
    public record Line(
            String procedure,
            List<String> modifiers,
            BigDecimal units,
            Money charge,
            List<Integer> diagnosisPointers,
            LocalDate serviceDate) {

        public Line {
            procedure = code(procedure);
            modifiers = modifiers.stream().map(CodedVisit::code).toList();
            units = withoutNeedlessZeros(units);
            diagnosisPointers = List.copyOf(diagnosisPointers);
        }

        ClaimLine numbered(PatientControlNumber claim, int ordinal) {
            String number = claim.value() + String.format(Locale.ROOT, "%02d", ordinal);
            return new ClaimLine(ordinal, number, procedure, modifiers, units, charge, diagnosisPointers, serviceDate);
        }
    }

    /** The lines in portions of at most 50 (837P loop 2400). */
    List<List<Line>> portions() {
        List<List<Line>> portions = new ArrayList<>();
        for (int from = 0; from < lines.size(); from += ClaimContent.MOST_LINES) {
            portions.add(lines.subList(from, Math.min(lines.size(), from + ClaimContent.MOST_LINES)));
        }
        return portions;
    }

    /** What the claim with that number says of a portion. */
    ClaimContent content(List<Line> portion, PatientControlNumber claim) {
        List<ClaimLine> numbered = new ArrayList<>();
        for (Line line : portion) {
            numbered.add(line.numbered(claim, numbered.size() + 1));
        }
        return new ClaimContent(placeOfService, diagnoses, numbered);
    }

    private static String code(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private static BigDecimal withoutNeedlessZeros(BigDecimal number) {
        BigDecimal stripped = number.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0, RoundingMode.UNNECESSARY) : stripped;
    }
}
