package dev.superbill.check;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** A claim for all of its payers: what was billed, what payers have answered, and what follows from both, in cents. */
final class Account {

    /** A payer of the claim in its rank. */
    record Payer(String id, int rank) {}

    /** A coverage as it was told with the claim. */
    record Coverage(int rank, String payerId, String identifier) {}

    /**
     * An answer that was taken to this claim.
     *
     * @param id of its row
     * @param cashOnly a reversal that agrees with nothing: it posts its money and no more
     * @param notWrittenOff what of its contractual adjustments waits for a person
     */
    record Posted(String id, Answer answer, Payer payer, boolean cashOnly, long notWrittenOff) {}

    final String practice;
    final String number;
    /** Days of service, as CCYYMMDD. */
    final Set<String> days = new TreeSet<>();

    final List<Coverage> coverages = new ArrayList<>();
    /** Payers that have a receivable, whether or not they are covered. */
    final Set<Payer> known = new HashSet<>();

    final List<Posted> posted = new ArrayList<>();

    @Nullable
    String firstPayer;

    long charge;
    /** What the patient is charged where no payer is billed. */
    long selfPay;

    Account(String practice, String number) {
        this.practice = practice;
        this.number = number;
    }

    /** What the ledger should hold of this claim, by account; {@code ar.payer} by payer and rank. Zeros are left out. */
    Map<String, Long> expected() {
        Map<Payer, Long> balances = new HashMap<>();
        Map<Payer, Long> left = new HashMap<>();
        long writtenOff = 0;
        if (firstPayer != null) {
            balances.merge(new Payer(firstPayer, 1), charge, Long::sum);
        }
        for (Posted one : posted) {
            Answer answer = one.answer();
            balances.merge(one.payer(), -answer.paid, Long::sum);
            if (!one.cashOnly()) {
                long contractual = answer.writeOff + answer.writeBack - one.notWrittenOff();
                writtenOff += contractual;
                balances.merge(one.payer(), -contractual - answer.responsibility, Long::sum);
                left.merge(one.payer(), answer.responsibility, Long::sum);
            }
        }
        long patient = selfPay;
        for (Map.Entry<Payer, Long> one : left.entrySet()) {
            Payer next = next(one.getKey());
            if (next == null) {
                patient += one.getValue();
            } else {
                balances.merge(next, one.getValue(), Long::sum);
            }
        }
        Map<String, Long> expected = new TreeMap<>();
        put(expected, "revenue", -selfPay - (firstPayer == null ? 0 : charge));
        put(expected, "adjustment.contractual", writtenOff);
        put(expected, "ar.patient", patient);
        balances.forEach((payer, cents) -> put(expected, receivable(payer.id(), payer.rank()), cents));
        return expected;
    }

    static String receivable(String payerId, int rank) {
        return "ar.payer " + payerId + " rank " + rank;
    }

    private static void put(Map<String, Long> expected, String account, long cents) {
        if (cents != 0) {
            expected.put(account, cents);
        }
    }

    /** Who takes over what a payer leaves to the patient: the next by rank of the coverages, or one that has shown itself. */
    private @Nullable Payer next(Payer payer) {
        Payer covered = coverages.stream()
                .filter(coverage -> coverage.rank() > payer.rank())
                .min(Comparator.comparingInt(Coverage::rank))
                .map(coverage -> new Payer(coverage.payerId(), coverage.rank()))
                .orElse(null);
        Payer shown = known.stream()
                .filter(other -> other.rank() > payer.rank())
                .min(Comparator.comparingInt(Payer::rank).thenComparing(Payer::id))
                .orElse(null);
        return covered == null || (shown != null && shown.rank() <= covered.rank()) ? shown : covered;
    }

    /** Whether date or charge of an answer speak for this claim. */
    boolean agreesWith(Answer answer) {
        long billed = answer.isReversal() ? -answer.charge : answer.charge;
        return billed == charge || answer.days.stream().anyMatch(days::contains);
    }

    /** Why a balance may be below zero, in a word that a person can follow up; null when there is no reason. */
    @Nullable
    String causeOfCredit() {
        if (posted.stream().anyMatch(Posted::cashOnly)) {
            return "a reversal agrees with no payment";
        }
        if (charge == 0) {
            return "the charge was withdrawn after the payment";
        }
        Set<Payer> answered = new HashSet<>();
        for (Posted one : posted) {
            if (!answered.add(one.payer())) {
                return "a payer has answered more than once";
            }
            if (one.payer().rank() > 1) {
                return "a later payer has answered for itself";
            }
            if (!one.answer().isProven()) {
                return "a person has accepted an answer that does not balance";
            }
            if (one.answer().charge != charge) {
                return "the payer has decided another charge than ours";
            }
            if (one.answer().adjusted < 0) {
                return "the payer has paid more than the charge";
            }
        }
        return null;
    }
}
