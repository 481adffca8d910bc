package dev.superbill.claims.claim;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.superbill.claims.scrub.Edit;
import dev.superbill.claims.scrub.Edit.Severity;
import java.util.List;
import java.util.stream.Stream;

/** What the scrubber found on a claim the last time. */
record ScrubOutcome(List<Edit> edits) {

    static final ScrubOutcome NOT_YET = new ScrubOutcome(List.of());

    ScrubOutcome {
        edits = List.copyOf(edits);
    }

    ScrubOutcome and(Edit edit) {
        return new ScrubOutcome(Stream.concat(edits.stream(), Stream.of(edit)).toList());
    }

    /** The codes of the errors, each once. */
    List<String> errorCodes() {
        return edits.stream()
                .filter(edit -> edit.severity() == Severity.ERROR)
                .map(Edit::code)
                .distinct()
                .toList();
    }

    @JsonIgnore
    boolean isClean() {
        return edits.stream().noneMatch(edit -> edit.severity() == Severity.ERROR);
    }
}
