package dev.superbill.payments.remittance;

import dev.superbill.kernel.Money;
import dev.superbill.payments.ledger.AccountCode;
import dev.superbill.payments.ledger.Concern;
import dev.superbill.payments.ledger.Document;
import dev.superbill.payments.ledger.JournalEntry;
import dev.superbill.payments.receivable.ClaimAccount;
import dev.superbill.payments.receivable.Receivable;
import dev.superbill.payments.remittance.ClaimAnswer.Adjustment;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * What an answer posts: the payment reduces the payer's receivable; contractual adjustments are written off; what the
 * payer leaves to the patient goes to the next payer by rank, else to the patient; every other adjustment stays in the
 * payer's receivable to be worked as a denial. OA 23 tells what an earlier payer has done and posts nothing.
 *
 * @param document the transaction of the remittance
 * @param ordinal the claim's, from 1; part of every entry's id
 * @param trace TRN02, by which the payment is found again at the bank
 */
record ClaimPosting(Document document, int ordinal, String trace) {

    /**
     * What is posted, and what a later payer wanted written off beyond what it owes.
     *
     * @param notWrittenOff zero, except where a payer after the first sends more contractual adjustments than its
     *     receivable holds
     */
    record Plan(List<JournalEntry> entries, Money notWrittenOff) {}

    /** Money of which nothing can be said yet: it waits in {@code unapplied} or {@code suspense}. */
    List<JournalEntry> park(ClaimAnswer answer, AccountCode where) {
        return move(
                "park", "Claim payment waits in " + where, AccountCode.CLEARING, where, answer.paid(), concern(answer));
    }

    /** Money that waited in one place goes to wait in another. */
    List<JournalEntry> moveParked(ClaimAnswer answer, AccountCode from, AccountCode to) {
        return move(
                "parked", "Claim payment goes from " + from + " to " + to, from, to, answer.paid(), concern(answer));
    }

    /**
     * Money no longer waits: the contra of having been parked, after which the answer posts as if it had just come.
     *
     * @param from where it waits now
     */
    List<JournalEntry> unpark(ClaimAnswer answer, AccountCode from) {
        return move(
                "unpark", "Claim payment no longer waits", from, AccountCode.CLEARING, answer.paid(), concern(answer));
    }

    /**
     * An answer to a claim of ours.
     *
     * @param from where its money is: {@code clearing}, or where it has waited
     */
    Plan pay(ClaimAnswer answer, ClaimAccount claim, Receivable receivable, AccountCode from) {
        // first what the payers before have left to a payer that has only now become known, which bounds its write-offs
        List<JournalEntry> entries = new ArrayList<>(claim.settle(document, name("settle")));
        entries.addAll(claim.pay(document, name("C/PAY"), receivable, from, answer.paid(), trace));
        List<Placed> contractual = new ArrayList<>();
        for (Placed placed : placed(answer)) {
            Adjustment adjustment = placed.adjustment();
            if (adjustment.isPatientResponsibility()) {
                entries.addAll(claim.patientResponsibility(
                        document, name(placed.place()), receivable, adjustment.amount(), adjustment.label()));
            } else if (adjustment.isContractual()) {
                contractual.add(placed);
            }
        }
        // increases first: they make room for what a later payer may write off
        contractual.sort(
                Comparator.comparing(placed -> placed.adjustment().amount().isPositive()));
        Money rest = Money.ZERO;
        for (Placed placed : contractual) {
            Money amount = placed.adjustment().amount();
            Money allowed = receivable.writeOffLimit(amount);
            rest = rest.plus(amount.minus(allowed));
            entries.addAll(claim.writeOff(
                    document,
                    name(placed.place()),
                    receivable,
                    allowed,
                    placed.adjustment().label()));
        }
        return new Plan(entries, rest);
    }

    /** What a reversal posts whose amounts agree with no payment: the cash alone, so that the clearing ties. */
    List<JournalEntry> payOnly(ClaimAnswer answer, ClaimAccount claim, Receivable receivable, AccountCode from) {
        return claim.pay(document, name("C/PAY"), receivable, from, answer.paid(), trace);
    }

    /** The contra of {@link #payOnly}, once the payment has come that the reversal takes back. */
    List<JournalEntry> unpayOnly(ClaimAnswer answer, ClaimAccount claim, Receivable receivable) {
        return claim.pay(
                document,
                name("C/UNPAY"),
                receivable,
                AccountCode.CLEARING,
                answer.paid().negated(),
                trace);
    }

    /** The exact contra of all that an original has posted, whatever adjustments its reversal repeats. */
    List<JournalEntry> reverse(ClaimAccount claim, List<JournalEntry> originals) {
        List<JournalEntry> entries = new ArrayList<>();
        for (JournalEntry original : originals) {
            entries.addAll(claim.reverse(document, original));
        }
        entries.addAll(claim.settle(document, name("settle")));
        return entries;
    }

    /** The rest of a later payer's contractual adjustments, written off because a person says so. */
    List<JournalEntry> writeOffRest(ClaimAccount claim, Receivable receivable, Money rest) {
        return claim.writeOff(document, name("C/REST"), receivable, rest, null);
    }

    /** Money that was paid to a claim, taken from it again because a person says so: it waits in {@code unapplied}. */
    List<JournalEntry> takeOff(ClaimAnswer answer, ClaimAccount claim, Receivable receivable) {
        return claim.pay(
                document,
                name("C/OFF"),
                receivable,
                AccountCode.UNAPPLIED,
                answer.paid().negated(),
                trace);
    }

    /** An adjustment with its place: {@code C/1} the first of the claim, {@code 2/1} the first of the second line. */
    private record Placed(String place, Adjustment adjustment) {}

    private static List<Placed> placed(ClaimAnswer answer) {
        List<Placed> all = new ArrayList<>();
        for (int i = 0; i < answer.adjustments().size(); i++) {
            all.add(new Placed("C/" + (i + 1), answer.adjustments().get(i)));
        }
        for (ClaimAnswer.Line line : answer.lines()) {
            for (int i = 0; i < line.adjustments().size(); i++) {
                all.add(new Placed(
                        line.ordinal() + "/" + (i + 1), line.adjustments().get(i)));
            }
        }
        return all;
    }

    private static Concern concern(ClaimAnswer answer) {
        String number = answer.patientControlNumber();
        return new Concern(null, null, null, null, null, number.isEmpty() ? null : number, null);
    }

    private List<JournalEntry> move(
            String place, String memo, AccountCode debit, AccountCode credit, Money amount, Concern concern) {
        Optional<JournalEntry> entry = document.move(name(place), memo, debit, credit, amount, concern, trace);
        return entry.stream().toList();
    }

    private String name(String place) {
        return "claim/" + ordinal + "/" + place;
    }
}
