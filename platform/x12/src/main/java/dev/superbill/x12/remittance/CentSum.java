package dev.superbill.x12.remittance;

/**
 * A sum of cents that cannot overflow: amounts have up to 18 digits and a file any number of them. Parts of a billion and
 * below are summed apart, so that up to nine billion amounts fit.
 */
final class CentSum {
    private static final long BILLION = 1_000_000_000L;
    // beyond it the value no longer fits a long
    private static final long MAX_BILLIONS = Long.MAX_VALUE / BILLION - 1;

    private long billions;
    private long rest;

    CentSum add(long cents) {
        billions += cents / BILLION;
        rest += cents % BILLION;
        return this;
    }

    CentSum subtract(long cents) {
        billions -= cents / BILLION;
        rest -= cents % BILLION;
        return this;
    }

    CentSum add(CentSum other) {
        billions += other.billions;
        rest += other.rest;
        return this;
    }

    CentSum subtract(CentSum other) {
        billions -= other.billions;
        rest -= other.rest;
        return this;
    }

    /** The sum; at the border of a long when it does not fit, which equals no possible amount. */
    long cents() {
        long high = billions + rest / BILLION;
        if (high > MAX_BILLIONS) {
            return Long.MAX_VALUE;
        }
        if (high < -MAX_BILLIONS) {
            return -Long.MAX_VALUE;
        }
        return high * BILLION + rest % BILLION;
    }
}
