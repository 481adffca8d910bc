package dev.superbill.claims.ncci;

import java.util.List;

/** The edits that speak of some procedures. */
public record NcciEdits(List<ProcedurePair> pairs, List<UnitLimit> unitLimits) {

    /** Where nothing was loaded. */
    public static final NcciEdits NONE = new NcciEdits(List.of(), List.of());

    public NcciEdits {
        pairs = List.copyOf(pairs);
        unitLimits = List.copyOf(unitLimits);
    }
}
