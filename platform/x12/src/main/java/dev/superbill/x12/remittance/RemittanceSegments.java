package dev.superbill.x12.remittance;

import java.util.Set;

/** The segments that guide 005010X221A1 knows between ST and SE. */
final class RemittanceSegments {
    private static final Set<String> KNOWN = Set.of(
            "BPR", "NTE", "TRN", "CUR", "REF", "DTM", "N1", "N2", "N3", "N4", "PER", "RDM", "LX", "TS3", "TS2", "CLP",
            "CAS", "NM1", "MIA", "MOA", "AMT", "QTY", "SVC", "LQ", "PLB");

    private RemittanceSegments() {}

    static boolean known(String id) {
        return KNOWN.contains(id);
    }
}
