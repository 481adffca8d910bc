package dev.superbill.claims.acknowledgement;

import java.util.List;

/**
 * What an acknowledgement leaves for people to see.
 *
 * @param unmatched what it speaks of and we have not sent
 * @param warnings what a person may want to know although nothing is refused
 * @param fault why it cannot be read; empty when it can
 */
record Notes(List<Unmatched> unmatched, List<String> warnings, String fault) {

    static final Notes NONE = new Notes(List.of(), List.of(), "");

    Notes {
        unmatched = unmatched == null ? List.of() : List.copyOf(unmatched);
        warnings = warnings == null ? List.of() : List.copyOf(warnings);
        fault = fault == null ? "" : fault;
    }

    static Notes unreadable(String fault) {
        return new Notes(List.of(), List.of(), fault);
    }

    /**
     * Something that an answer speaks of and that we have not sent.
     *
     * @param subject interchange, group, transaction, submission or claim
     * @param reference the number as the answer has it
     */
    record Unmatched(String subject, String reference, String verdict, String reason) {}
}
