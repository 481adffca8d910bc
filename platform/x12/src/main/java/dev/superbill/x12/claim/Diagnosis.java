package dev.superbill.x12.claim;

/**
 * One component pair of the HI with diagnoses.
 *
 * @param qualifier {@code ABK} principal, {@code ABF} other (ICD-10-CM); {@code BK}, {@code BF} in old files
 * @param code without the point
 */
public record Diagnosis(String qualifier, String code) {
    /** The principal diagnosis in ICD-10-CM; the point is left out. */
    public static Diagnosis principal(String code) {
        return new Diagnosis("ABK", code.replace(".", ""));
    }

    /** Another diagnosis in ICD-10-CM; the point is left out. */
    public static Diagnosis other(String code) {
        return new Diagnosis("ABF", code.replace(".", ""));
    }
}
