package dev.superbill.claims.scrub;

import dev.superbill.claims.payer.Payer;
import dev.superbill.claims.visit.ClaimLine;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;

/** When. */
final class DateRules {

    /** A claim is late enough to be warned of when three quarters of the payer's limit are over. */
    private static final int WARNED_AT_PERCENT = 75;

    private DateRules() {}

    /** {@code FUTURE_DATE}: what has not happened is not billed. */
    static List<Edit> future(ScrubInput claim) {
        List<Edit> edits = new ArrayList<>();
        if (claim.serviceDate().isAfter(claim.today())) {
            edits.add(future("serviceDate"));
        }
        for (int i = 0; i < claim.lines().size(); i++) {
            if (claim.lines().get(i).serviceDate().isAfter(claim.today())) {
                edits.add(future("lines[" + i + "].serviceDate"));
            }
        }
        return edits;
    }

    private static Edit future(String field) {
        return Edit.error("FUTURE_DATE", field, "The date of service is in the future", "Correct the date");
    }

    /**
     * {@code TIMELY_FILING}: the payer's limit in days from the date of service (Medicare: one calendar year, 42 CFR
     * 424.44); a warning at 75 %, an error past it. Asked of originals to the primary payer: later payers and corrections
     * have limits of their own that begin with the decision before.
     */
    static List<Edit> timelyFiling(ScrubInput claim) {
        Payer payer = claim.payer();
        if (payer == null || claim.rank() > 1 || !claim.frequency().equals(ScrubInput.ORIGINAL)) {
            return List.of();
        }
        LocalDate first = claim.lines().stream()
                .map(ClaimLine::serviceDate)
                .min(LocalDate::compareTo)
                .orElse(claim.serviceDate());
        long age = ChronoUnit.DAYS.between(first, claim.today());
        int limit = payer.timelyFilingDays();
        if (age > limit) {
            return List.of(Edit.error(
                    "TIMELY_FILING",
                    "serviceDate",
                    "The payer takes claims within " + limit + " days of service; " + age + " are over",
                    "Ask the payer for an exception, or write the claim off"));
        }
        if (age * 100 >= (long) limit * WARNED_AT_PERCENT) {
            return List.of(Edit.warning(
                    "TIMELY_FILING",
                    "serviceDate",
                    "The payer takes claims within " + limit + " days of service; " + age + " are over",
                    "Send the claim now"));
        }
        return List.of();
    }
}
