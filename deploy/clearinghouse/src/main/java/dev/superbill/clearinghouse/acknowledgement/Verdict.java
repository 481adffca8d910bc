package dev.superbill.clearinghouse.acknowledgement;

import java.util.Set;

/**
 * A claim's status in a 277CA (STC01).
 *
 * @param category STC01-1
 * @param status STC01-2
 * @param entity STC01-3; empty when none is meant
 */
public record Verdict(String category, String status, String entity) {

    private static final Set<String> REJECTIONS = Set.of("A3", "A6", "A7", "A8");

    /** The clearinghouse has it and sends it on. */
    public static final Verdict FORWARDED = new Verdict("A1", "19", "PR");

    /** The payer has accepted it for adjudication. */
    public static final Verdict ACCEPTED = new Verdict("A2", "20", "PR");

    /** The payer refuses it without saying much. */
    public static final Verdict INVALID = new Verdict("A7", "21", "");

    /** True when the claim goes no further. */
    public boolean rejects() {
        return REJECTIONS.contains(category);
    }

    /** STC03. */
    String action() {
        return rejects() ? "U" : "WQ";
    }
}
