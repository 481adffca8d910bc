package dev.superbill.clearinghouse.acknowledgement;

import dev.superbill.clearinghouse.claim.ClaimLine;
import dev.superbill.clearinghouse.claim.SubmittedClaim;
import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Predicate;

/** The checks that reject a claim before it is adjudicated, first those of the clearinghouse, then those of the payer. */
public final class Edits {

    private Edits() {}

    /**
     * What the clearinghouse has against a claim.
     *
     * @param today no service is later, but for a day of difference between time zones
     */
    public static Optional<Verdict> byClearinghouse(SubmittedClaim claim, LocalDate today) {
        if (!validNpi(claim.billing().npi())) {
            return Optional.of(new Verdict("A7", "562", "85"));
        }
        if (claim.memberId().isBlank()) {
            return Optional.of(new Verdict("A6", "164", "IL"));
        }
        if (claim.chargeCents()
                != claim.lines().stream().mapToLong(ClaimLine::chargeCents).sum()) {
            return Optional.of(new Verdict("A8", "178", ""));
        }
        if (claim.to().isAfter(today.plusDays(1))) {
            return Optional.of(new Verdict("A7", "187", ""));
        }
        return Optional.empty();
    }

    /**
     * What the payer has against a claim.
     *
     * @param knows whether the payer knows a claim by its own control number
     */
    public static Optional<Verdict> byPayer(SubmittedClaim claim, Predicate<String> knows) {
        if (claim.memberId().startsWith("UNK") || claim.memberId().endsWith("0000")) {
            return Optional.of(new Verdict("A3", "33", "IL"));
        }
        if (claim.frequency() != '1') {
            String original = claim.originalReference();
            if (original == null) {
                return Optional.of(new Verdict("A6", "464", "PR"));
            }
            if (!knows.test(original)) {
                return Optional.of(new Verdict("A7", "464", "PR"));
            }
        }
        return Optional.empty();
    }

    /** Ten digits, the last one a Luhn check digit over 80840 and the rest (45 CFR 162.406). */
    static boolean validNpi(String npi) {
        if (!npi.matches("[12]\\d{9}")) {
            return false;
        }
        int sum = 24;
        for (int i = 0; i < 10; i++) {
            int digit = npi.charAt(i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return sum % 10 == 0;
    }
}
