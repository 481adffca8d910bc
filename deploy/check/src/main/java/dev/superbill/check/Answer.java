package dev.superbill.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a payer says of one claim in an 835 (loop 2100), in cents; a bad amount makes it unprovable. */
final class Answer {

    /** CO with one of these is written off; every other is a denial (DOMAIN: contractual reasons, version 2026-1). */
    private static final Set<String> CONTRACTUAL = Set.of("24", "44", "45", "131", "144", "237", "253");

    final int ordinal;
    final String number;
    final String status;
    final String payerNumber;
    long charge;
    long paid;
    long adjusted;
    long claimAdjusted;
    long responsibility;
    /** Contractual reasons that take away, and those that give back. */
    long writeOff;

    long writeBack;
    /** The days of service that it names, as CCYYMMDD. */
    final Set<String> days = new TreeSet<>();

    private final List<long[]> lines = new ArrayList<>();
    private boolean readable = true;

    Answer(int ordinal, String number, String status, String payerNumber) {
        this.ordinal = ordinal;
        this.number = number;
        this.status = status;
        this.payerNumber = payerNumber;
    }

    void unreadable() {
        readable = false;
    }

    /** A line (loop 2110). */
    void line(long lineCharge, long linePaid) {
        lines.add(new long[] {lineCharge, linePaid, 0});
    }

    /** A triplet of a CAS: of the last line, or of the claim where no line has come yet. */
    void adjust(String group, String reason, long cents) {
        adjusted += cents;
        if (lines.isEmpty()) {
            claimAdjusted += cents;
        } else {
            lines.getLast()[2] += cents;
        }
        if (group.equals("PR")) {
            responsibility += cents;
        } else if (group.equals("CO") && CONTRACTUAL.contains(reason)) {
            if (cents > 0) {
                writeOff += cents;
            } else {
                writeBack += cents;
            }
        }
    }

    boolean isReversal() {
        return status.equals("22");
    }

    /** 23 forwarded and 25 predetermination say nothing about money of ours. */
    boolean isStatement() {
        return !status.equals("23") && !status.equals("25");
    }

    /** 1 and 19 primary, 2 and 20 secondary, 3 and 21 tertiary; 0 where it tells none. */
    int rank() {
        return switch (status) {
            case "1", "19" -> 1;
            case "2", "20" -> 2;
            case "3", "21" -> 3;
            default -> 0;
        };
    }

    boolean negates(Answer other) {
        return charge == -other.charge && paid == -other.paid;
    }

    /** Whether lines, claim and the sums of both agree to the cent. */
    boolean isProven() {
        if (!readable || charge - adjusted != paid) {
            return false;
        }
        if (lines.isEmpty()) {
            return true;
        }
        long charges = 0;
        long payments = 0;
        for (long[] line : lines) {
            if (line[0] - line[2] != line[1]) {
                return false;
            }
            charges += line[0];
            payments += line[1];
        }
        return charges == charge && payments - claimAdjusted == paid;
    }
}
