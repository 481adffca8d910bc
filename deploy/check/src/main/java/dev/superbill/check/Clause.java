package dev.superbill.check;

import java.util.Locale;

/** What has to hold. Each is checked for every practice. */
public enum Clause {
    TRIAL_BALANCE("debits and credits of the journal are equal, and the totals that reports read are their sums"),
    ENTRY_BALANCE("every entry has two postings or more, and they sum to zero"),
    CLEARING("a transaction on the books has posted its BPR02 to clearing, any other nothing at all"),
    POSTED_ONCE("no payment with the same content is on the books twice, and a duplicate has its original there"),
    WAITING_MONEY("unapplied, suspense and provider adjustments hold what the file leaves there, by transaction"),
    CHARGE("revenue of an encounter is the sum of its lines, once"),
    CLAIM_ACCOUNTS(
            "revenue, write-offs, each payer's and the patient's balance of a claim follow from its lines and answers"),
    FIGURES("the figures beside the ledger, in payments and in claims, are the sums of its postings"),
    BELOW_ZERO("a receivable is below zero only with a cause that can be named"),
    PUBLISHED("every event in an outbox is on its topic"),
    CONSUMED("every event is applied by each of its consumers"),
    CLAIM_HISTORY("a claim's state is reached through its recorded steps, and each step is one that a claim can take"),
    STORED_FILES("every stored file has the hash and the length that were recorded when it came"),
    CONTROL_NUMBERS("no control number of an interchange, group, transaction set or submission is used twice"),
    ACCESS_LOG("no entry of an access log was changed, taken out or put in");

    private final String rule;

    Clause(String rule) {
        this.rule = rule;
    }

    /** As a report names it: {@code claim-accounts}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What has to hold, in words. */
    public String rule() {
        return rule;
    }
}
