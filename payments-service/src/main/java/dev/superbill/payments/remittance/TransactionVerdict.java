package dev.superbill.payments.remittance;

import dev.superbill.payments.exception.Reason;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.X12Issue;
import dev.superbill.x12.remittance.Party;
import dev.superbill.x12.remittance.Payment;
import dev.superbill.x12.remittance.RemittanceScan;
import dev.superbill.x12.remittance.RemittanceStart;
import dev.superbill.x12.remittance.Trace;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the first pass over a file says of a transaction, before it is known whether its payment is on the books already.
 *
 * @param status POSTING when it may post, else HELD or REJECTED
 */
record TransactionVerdict(TransactionStatus status, List<Reason> reasons, List<Reason> warnings) {

    /** 005010X221 and its errata A1 are the same to a reader. */
    private static final Set<String> VERSIONS = Set.of("005010X221", "005010X221A1");

    /** Faults of the guide that change no amount: told, and never a reason to hold. */
    private static final Set<IssueCode> CHANGES_NO_AMOUNT = Set.of(
            IssueCode.UNKNOWN_SEGMENT,
            IssueCode.UNEXPECTED_SEGMENT,
            IssueCode.MISSING_ELEMENT,
            IssueCode.BAD_NUMBER,
            IssueCode.BAD_DATE,
            IssueCode.BAD_CODE,
            IssueCode.TOO_LONG,
            IssueCode.DUPLICATE_CONTROL_NUMBER);

    static TransactionVerdict of(RemittanceScan.Transaction transaction, String version) {
        List<Reason> warnings = new ArrayList<>();
        transaction.warnings().forEach(issue -> warnings.add(Reason.of(issue)));
        if (transaction.issuesLeftOut() > 0) {
            warnings.add(
                    Reason.of("MORE", "There are " + transaction.issuesLeftOut() + " more, which are not listed."));
        }
        if (transaction.adjustments() > transaction.providerAdjustments().size()) {
            warnings.add(Reason.of(
                    "MORE_PROVIDER_ADJUSTMENTS",
                    "All " + transaction.adjustments() + " provider adjustments are posted; the first "
                            + transaction.providerAdjustments().size() + " are listed."));
        }
        if (!VERSIONS.contains(version.strip().toUpperCase(Locale.ROOT))) {
            return new TransactionVerdict(
                    TransactionStatus.REJECTED,
                    List.of(Reason.of(
                            "VERSION_NOT_SUPPORTED",
                            "The transaction is of version " + Identifiers.cut(version)
                                    + "; ask the payer for 005010X221A1.",
                            "ST",
                            transaction.start().transaction().position())),
                    warnings);
        }
        RemittanceStart start = transaction.start();
        Payment payment = start.payment();
        if (payment == null || start.trace() == null) {
            return new TransactionVerdict(TransactionStatus.REJECTED, missing(transaction), warnings);
        }
        List<Reason> holds = new ArrayList<>();
        for (X12Issue issue : transaction.holds()) {
            (holds(issue) ? holds : warnings).add(Reason.of(issue));
        }
        tooLong(start).ifPresent(holds::add);
        if (payment.creditDebit().equals("D")) {
            holds.add(Reason.of(
                    "DEBIT",
                    "BPR03 is D: the payer takes money instead of sending it. Ask what it is, then accept or reject.",
                    "BPR",
                    payment.position()));
        }
        return new TransactionVerdict(
                holds.isEmpty() ? TransactionStatus.POSTING : TransactionStatus.HELD, holds, warnings);
    }

    /** Whether an issue keeps what carries it from posting by itself. */
    static boolean holds(X12Issue issue) {
        return issue.isError() && !CHANGES_NO_AMOUNT.contains(issue.code());
    }

    /**
     * What makes a payment one (TRN03, TRN02, BPR16, BPR02, BPR03, N104); null where payers reuse the trace number,
     * which they do for zero payments and where it is all zeros (X12 RFI 1847).
     */
    static @Nullable String traceKey(RemittanceStart start) {
        Payment payment = start.payment();
        Trace trace = start.trace();
        if (payment == null
                || trace == null
                || payment.amountCents() == 0
                || trace.number().isEmpty()
                || trace.number().chars().allMatch(c -> c == '0')) {
            return null;
        }
        if (tooLong(start).isPresent()) {
            return null;
        }
        // in upper case: a sender that changes the case of everything sends the same payment
        return String.join(
                        "|",
                        trace.payerIdentifier(),
                        trace.number(),
                        String.valueOf(payment.date()),
                        Long.toString(payment.amountCents()),
                        payment.creditDebit(),
                        payeeId(start))
                .toUpperCase(Locale.ROOT);
    }

    /** Identifiers beyond all limits of the guide cannot be kept whole, and so tell no payment from another. */
    private static Optional<Reason> tooLong(RemittanceStart start) {
        Trace trace = start.trace();
        boolean whole =
                (trace == null || (Identifiers.fits(trace.number()) && Identifiers.fits(trace.payerIdentifier())))
                        && Identifiers.fits(payeeId(start));
        return whole
                ? Optional.empty()
                : Optional.of(Reason.of(
                        IssueCode.TOO_LONG.name(),
                        "TRN02, TRN03 or the payee's N104 is longer than " + Identifiers.LONGEST
                                + " characters, so that the payment cannot be told from others.",
                        "TRN",
                        trace == null ? start.transaction().position() : trace.position()));
    }

    private static String payeeId(RemittanceStart start) {
        Party payee = start.payee();
        return payee == null ? "" : payee.id();
    }

    private static List<Reason> missing(RemittanceScan.Transaction transaction) {
        return transaction.holds().stream()
                .filter(issue -> issue.code() == IssueCode.MISSING_SEGMENT)
                .map(Reason::of)
                .toList();
    }
}
