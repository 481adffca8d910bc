package dev.superbill.claims.scrub;

import java.util.List;

/** One question about a claim; what it finds names itself. */
@FunctionalInterface
interface Rule {

    List<Edit> check(ScrubInput claim);
}
