package dev.superbill.claims.claim;

import dev.superbill.claims.scrub.Edit;
import dev.superbill.claims.scrub.Edit.Severity;
import java.util.List;

/** What the scrubber found on a claim the last time. */
record ScrubOutcome(List<Edit> edits) {

    static final ScrubOutcome NOT_YET = new ScrubOutcome(List.of());

    ScrubOutcome {
        edits = List.copyOf(edits);
    }

    boolean isClean() {
        return edits.stream().noneMatch(edit -> edit.severity() == Severity.ERROR);
    }
}
