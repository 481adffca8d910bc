package dev.superbill.payments.report;

import dev.superbill.payments.ledger.AccountCode;
import dev.superbill.platform.web.ProblemException;
import org.jspecify.annotations.Nullable;

/** By whom receivables are aged. */
enum Debtor {
    PAYER("payer"),
    PATIENT("patient");

    private final String text;

    Debtor(String text) {
        this.text = text;
    }

    /**
     * From the query, payers when nothing is said.
     *
     * @throws ProblemException 400 for another word
     */
    static Debtor of(@Nullable String text) {
        for (Debtor debtor : values()) {
            if (debtor.text.equals(text)) {
                return debtor;
            }
        }
        if (text == null || text.isBlank()) {
            return PAYER;
        }
        throw ProblemException.badRequest(
                "by", "Receivables are aged by payer or by patient", "Write payer or patient");
    }

    String text() {
        return text;
    }

    /** What such debtors owe. */
    AccountCode account() {
        return switch (this) {
            case PAYER -> AccountCode.PAYER_RECEIVABLE;
            case PATIENT -> AccountCode.PATIENT_RECEIVABLE;
        };
    }
}
