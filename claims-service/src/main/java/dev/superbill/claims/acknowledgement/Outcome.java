package dev.superbill.claims.acknowledgement;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;

/** What an acknowledgement says as a whole. */
enum Outcome {
    /** All is well: TA1 A, 999 A, 277CA with nothing but A2. */
    ACCEPTED,
    /** Taken, with remarks: TA1 E, 999 E. */
    ACCEPTED_WITH_ERRORS,
    /** Some was taken and some refused: 999 P, 277CA with both. */
    PARTLY_ACCEPTED,
    /** Nothing was taken. */
    REJECTED,
    /** It has arrived and nothing is decided: 277CA A0, A1. */
    RECEIVED,
    /** It cannot be read as TA1, 999 or 277CA. */
    UNREADABLE;

    /** What several say together. */
    static Outcome together(Collection<Outcome> outcomes) {
        Set<Outcome> different = EnumSet.copyOf(outcomes);
        if (different.size() == 1) {
            return different.iterator().next();
        }
        if (different.contains(PARTLY_ACCEPTED) || different.contains(REJECTED)) {
            return PARTLY_ACCEPTED;
        }
        return different.contains(ACCEPTED_WITH_ERRORS) ? ACCEPTED_WITH_ERRORS : RECEIVED;
    }
}
