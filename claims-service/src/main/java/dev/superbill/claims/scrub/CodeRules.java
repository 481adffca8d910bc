package dev.superbill.claims.scrub;

import dev.superbill.claims.visit.ClaimLine;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What was found and done, in the forms of the code sets. */
final class CodeRules {

    /** CMS place of service codes. */
    private static final Pattern PLACE_OF_SERVICE = Pattern.compile("\\d{2}");
    /** Letter, digit, a third that may be A or B, then up to four more behind a dot. */
    private static final Pattern DIAGNOSIS = Pattern.compile("[A-Z]\\d[0-9AB](\\.?[0-9A-Z]{1,4})?");
    /** CPT of categories I, II (F), III (T), proprietary laboratory (U), multianalyte (M), vaccine administration (A); HCPCS II. */
    private static final Pattern PROCEDURE = Pattern.compile("\\d{4}[0-9AFMTU]|[A-V]\\d{4}");

    private static final Pattern MODIFIER = Pattern.compile("[0-9A-Z]{2}");
    private static final int MOST_DIAGNOSES = 12;
    private static final int MOST_MODIFIERS = 4;
    private static final int MOST_POINTERS = 4;

    private CodeRules() {}

    /** {@code PLACE_OF_SERVICE_INVALID}: CLM05-1 has two digits. */
    static List<Edit> placeOfService(ScrubInput claim) {
        return PLACE_OF_SERVICE.matcher(claim.placeOfService()).matches()
                ? List.of()
                : List.of(Edit.error(
                        "PLACE_OF_SERVICE_INVALID",
                        "placeOfService",
                        "A place of service has two digits",
                        "Correct the place of service"));
    }

    /**
     * {@code DIAGNOSIS_MISSING}, {@code DIAGNOSIS_INVALID}, {@code DIAGNOSIS_DUPLICATE}, {@code DIAGNOSES_TOO_MANY}: HI has
     * 1 to 12 different codes of the form of ICD-10-CM [X222 2300 HI].
     */
    static List<Edit> diagnoses(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        if (claim.diagnoses().isEmpty()) {
            edits.add(Edit.error(
                    "DIAGNOSIS_MISSING", "diagnoses", "A claim has at least one diagnosis", "Code the diagnosis"));
        }
        if (claim.diagnoses().size() > MOST_DIAGNOSES) {
            edits.add(Edit.error(
                    "DIAGNOSES_TOO_MANY", "diagnoses", "A claim has at most 12 diagnoses", "Leave the least ones out"));
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < claim.diagnoses().size(); i++) {
            String code = claim.diagnoses().get(i);
            if (!DIAGNOSIS.matcher(code).matches()) {
                edits.add(Edit.error(
                        "DIAGNOSIS_INVALID",
                        "diagnoses[" + i + "]",
                        "The code has not the form of ICD-10-CM",
                        "Correct the code"));
            }
            if (!seen.add(code.replace(".", ""))) {
                edits.add(Edit.error(
                        "DIAGNOSIS_DUPLICATE",
                        "diagnoses[" + i + "]",
                        "The diagnosis stands twice",
                        "Leave one out and correct the pointers"));
            }
        }
        return edits;
    }

    /** {@code PROCEDURE_INVALID}, {@code LINES_MISSING}: SV101-2 has the form of CPT or HCPCS level II [X222 2400 SV1]. */
    static List<Edit> procedures(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        if (claim.lines().isEmpty()) {
            edits.add(Edit.error("LINES_MISSING", "lines", "A claim has at least one line", "Code what was done"));
        }
        for (int i = 0; i < claim.lines().size(); i++) {
            if (!PROCEDURE.matcher(claim.lines().get(i).procedure()).matches()) {
                edits.add(Edit.error(
                        "PROCEDURE_INVALID",
                        "lines[" + i + "].procedure",
                        "The code has not the form of CPT or HCPCS",
                        "Correct the code"));
            }
        }
        return edits;
    }

    /** {@code MODIFIER_INVALID}: SV101-3 to -6, at most four different ones of two characters [X222 2400 SV1]. */
    static List<Edit> modifiers(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < claim.lines().size(); i++) {
            List<String> modifiers = claim.lines().get(i).modifiers();
            if (modifiers.size() > MOST_MODIFIERS
                    || Set.copyOf(modifiers).size() < modifiers.size()
                    || modifiers.stream()
                            .anyMatch(modifier -> !MODIFIER.matcher(modifier).matches())) {
                edits.add(Edit.error(
                        "MODIFIER_INVALID",
                        "lines[" + i + "].modifiers",
                        "A line has at most four different modifiers of two characters",
                        "Correct the modifiers"));
            }
        }
        return edits;
    }

    /**
     * {@code DIAGNOSIS_POINTER_MISSING}, {@code DIAGNOSIS_POINTER_INVALID}: SV107 has one to four pointers, each to a
     * diagnosis of the claim [X222 2400 SV1].
     */
    static List<Edit> pointers(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        for (int i = 0; i < claim.lines().size(); i++) {
            ClaimLine line = claim.lines().get(i);
            String field = "lines[" + i + "].diagnosisPointers";
            List<Integer> pointers = line.diagnosisPointers();
            if (pointers.isEmpty()) {
                edits.add(Edit.error(
                        "DIAGNOSIS_POINTER_MISSING",
                        field,
                        "The line points to no diagnosis",
                        "Say which diagnosis the service was for"));
            } else if (pointers.size() > MOST_POINTERS
                    || Set.copyOf(pointers).size() < pointers.size()
                    || pointers.stream()
                            .anyMatch(pointer ->
                                    pointer < 1 || pointer > claim.diagnoses().size())) {
                edits.add(Edit.error(
                        "DIAGNOSIS_POINTER_INVALID",
                        field,
                        "A pointer is to a diagnosis that the claim has not, or stands twice",
                        "Correct the pointers"));
            }
        }
        return edits;
    }
}
