package dev.superbill.x12.claim;

import java.util.Set;

/** The segments that guide 005010X222A1 knows between ST and SE. */
final class ClaimSegments {
    private static final Set<String> KNOWN = Set.of(
            "BHT", "NM1", "PER", "HL", "PRV", "CUR", "N3", "N4", "REF", "SBR", "PAT", "DMG", "CLM", "DTP", "PWK", "CN1",
            "AMT", "K3", "NTE", "CR1", "CR2", "CR3", "CRC", "HI", "HCP", "CAS", "OI", "MOA", "LX", "SV1", "SV5", "QTY",
            "MEA", "PS1", "LIN", "CTP", "SVD", "LQ", "FRM");

    private ClaimSegments() {}

    static boolean known(String id) {
        return KNOWN.contains(id);
    }

    /** Whether the segment belongs to an envelope, so that the transaction cannot go on. */
    static boolean envelope(String id) {
        return switch (id) {
            case "SE", "ST", "GE", "GS", "IEA", "ISA" -> true;
            default -> false;
        };
    }
}
