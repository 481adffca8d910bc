package dev.superbill.check;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A transaction set of an 835 file as its bytes tell it, in cents. */
final class Payment {

    final int ordinal;
    /** What the payer calls itself: TRN03, N104 and the REF of its N1, in upper case. */
    final Set<String> payer = new LinkedHashSet<>();

    final List<Answer> answers = new ArrayList<>();
    /** What provider adjustments (PLB) do to our accounts: a positive one debits its account. */
    final Map<String, Long> providerAdjustments = new LinkedHashMap<>();

    long amount;
    boolean readable = true;
    String fingerprint = "";

    Payment(int ordinal) {
        this.ordinal = ordinal;
    }

    /** BPR02 − (Σ CLP04 − Σ PLB): zero when the transaction is proven. */
    long difference() {
        long paid = answers.stream().mapToLong(answer -> answer.paid).sum();
        long taken =
                providerAdjustments.values().stream().mapToLong(Long::longValue).sum();
        return amount - (paid - taken);
    }

    boolean isProven() {
        return readable && difference() == 0;
    }
}
