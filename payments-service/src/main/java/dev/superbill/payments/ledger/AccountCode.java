package dev.superbill.payments.ledger;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * An account of the chart. A fixed set, but for {@code provider-adjustment.{code}}, of which there is one for each
 * reason code of a provider adjustment (835 PLB03-1).
 *
 * @param value such as {@code ar.payer}
 */
public record AccountCode(String value) implements Comparable<AccountCode> {

    /** Money that payers say they have sent and that the bank has not confirmed yet. */
    public static final AccountCode CLEARING = new AccountCode("clearing");
    /** Money on the books of which somebody has to say what it is: held claims, accepted differences. */
    public static final AccountCode SUSPENSE = new AccountCode("suspense");
    /** Money whose claim is not known (yet). */
    public static final AccountCode UNAPPLIED = new AccountCode("unapplied");

    public static final AccountCode PAYER_RECEIVABLE = new AccountCode("ar.payer");
    public static final AccountCode PATIENT_RECEIVABLE = new AccountCode("ar.patient");
    public static final AccountCode REVENUE = new AccountCode("revenue");
    public static final AccountCode CONTRACTUAL_ADJUSTMENT = new AccountCode("adjustment.contractual");
    /** Overpayments that payers take back (PLB WO, 72). */
    public static final AccountCode RECOUPMENT = new AccountCode("recoupment");
    /** Balances that payers carry to a later remittance (PLB FB). */
    public static final AccountCode FORWARDING = new AccountCode("forwarding");
    /** Interest that payers owe for late payment (PLB L6). */
    public static final AccountCode INTEREST = new AccountCode("interest");

    public static final AccountCode BANK = new AccountCode("bank");

    private static final String PROVIDER_ADJUSTMENT = "provider-adjustment.";
    private static final Pattern REASON = Pattern.compile("[A-Z0-9]{1,10}");
    private static final String OTHER_REASON = "OTHER";

    public AccountCode {
        boolean known = Chart.NAMES.containsKey(value)
                || (value.startsWith(PROVIDER_ADJUSTMENT)
                        && REASON.matcher(value.substring(PROVIDER_ADJUSTMENT.length()))
                                .matches());
        if (!known) {
            throw new IllegalArgumentException("The chart has no such account");
        }
    }

    /**
     * The account of a provider adjustment (835 PLB03-1): WO and 72 are recoupment, FB is forwarding, L6 is interest,
     * every other code has an account of its own. A positive PLB amount debits it, a negative one credits it.
     *
     * @param reasonCode PLB03-1 as sent
     */
    public static AccountCode ofProviderAdjustment(String reasonCode) {
        String reason = reasonCode.strip().toUpperCase(Locale.ROOT);
        return switch (reason) {
            case "WO", "72" -> RECOUPMENT;
            case "FB" -> FORWARDING;
            case "L6" -> INTEREST;
            default ->
                new AccountCode(PROVIDER_ADJUSTMENT + (REASON.matcher(reason).matches() ? reason : OTHER_REASON));
        };
    }

    /** The account's name for people. */
    public String title() {
        String title = Chart.NAMES.get(value);
        return title != null ? title : "Provider adjustment " + value.substring(PROVIDER_ADJUSTMENT.length());
    }

    @Override
    public int compareTo(AccountCode other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }

    /** The fixed accounts; apart, because the constants above are made while their own class is still being made. */
    private static final class Chart {

        static final Map<String, String> NAMES = Map.ofEntries(
                Map.entry("clearing", "Remittance clearing"),
                Map.entry("suspense", "Suspense"),
                Map.entry("unapplied", "Unapplied cash"),
                Map.entry("ar.payer", "Accounts receivable, payers"),
                Map.entry("ar.patient", "Accounts receivable, patients"),
                Map.entry("revenue", "Patient service revenue"),
                Map.entry("adjustment.contractual", "Contractual adjustments"),
                Map.entry("recoupment", "Payer recoupments"),
                Map.entry("forwarding", "Payer forwarding balances"),
                Map.entry("interest", "Interest from payers"),
                Map.entry("bank", "Bank"));

        private Chart() {}
    }
}
