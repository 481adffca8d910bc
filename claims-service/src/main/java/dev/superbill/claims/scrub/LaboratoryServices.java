package dev.superbill.claims.scrub;

import dev.superbill.claims.visit.ClaimLine;
import java.util.regex.Pattern;

/** Tells laboratory services, which a laboratory with a CLIA certificate performs (42 CFR 493), from others. */
public final class LaboratoryServices {

    /** CPT 80047 to 89398, pathology and laboratory, and proprietary laboratory analyses. */
    private static final Pattern LABORATORY = Pattern.compile("8\\d{4}|\\d{4}U");

    /** A test that CLIA waives. */
    private static final String WAIVED = "QW";

    private LaboratoryServices() {}

    /** Whether the line is one. */
    public static boolean isOne(ClaimLine line) {
        return line.modifiers().contains(WAIVED)
                || LABORATORY.matcher(line.procedure()).matches();
    }
}
