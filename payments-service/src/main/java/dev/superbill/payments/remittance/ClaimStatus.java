package dev.superbill.payments.remittance;

/** What CLP02 says about how the payer has dealt with a claim (guide X221A1, code source of CLP02). */
enum ClaimStatus {
    /** 1 and 19: as primary payer. */
    PRIMARY(1),
    /** 2 and 20: as secondary payer. */
    SECONDARY(2),
    /** 3 and 21: as tertiary payer. */
    TERTIARY(3),
    /** 4. Whether anything was denied is told by the adjustments, not by this. */
    DENIED(0),
    /** 22: an earlier payment is taken back, all of its amounts negated. */
    REVERSAL(0),
    /** 23: not theirs, forwarded to another payer; no statement about our money. */
    FORWARDED(0),
    /** 25: what they would pay; no statement about our money. */
    PREDETERMINATION(0),
    /** A code that the guide does not have; treated as processed, the payer decides the receivable. */
    OTHER(0);

    private final int rank;

    ClaimStatus(int rank) {
        this.rank = rank;
    }

    static ClaimStatus of(String clp02) {
        return switch (clp02.strip()) {
            case "1", "19" -> PRIMARY;
            case "2", "20" -> SECONDARY;
            case "3", "21" -> TERTIARY;
            case "4" -> DENIED;
            case "22" -> REVERSAL;
            case "23" -> FORWARDED;
            case "25" -> PREDETERMINATION;
            default -> OTHER;
        };
    }

    /** The place among the coverages that the payer took: 1 to 3; 0 where the code tells none. */
    int rank() {
        return rank;
    }

    /** Whether the answer moves receivables and adjustments at all. */
    boolean touchesReceivables() {
        return this != FORWARDED && this != PREDETERMINATION;
    }
}
