package dev.superbill.payments.remittance;

/**
 * Identifiers as payers send them. The guide's longest has 80 characters (NM109); what is much longer is no identifier,
 * is kept only in part (the file has it all), and never posts by itself.
 */
final class Identifiers {

    static final int LONGEST = 100;

    private Identifiers() {}

    static boolean fits(String identifier) {
        return identifier.length() <= LONGEST;
    }

    /** What is kept of it: all, unless it is beyond the limit. */
    static String cut(String identifier) {
        return fits(identifier) ? identifier : identifier.substring(0, LONGEST);
    }
}
