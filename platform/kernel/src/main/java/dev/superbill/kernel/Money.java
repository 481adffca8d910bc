package dev.superbill.kernel;

import java.util.Collection;

/**
 * An amount of US dollars in whole cents. Arithmetic is exact: an overflow throws {@link ArithmeticException} and never
 * wraps. Positive and negative amounts are both ordinary; what a sign means is said by the place that uses it.
 *
 * @param cents the amount in cents
 */
public record Money(long cents) implements Comparable<Money> {

    public static final Money ZERO = new Money(0);

    public static Money ofCents(long cents) {
        return cents == 0 ? ZERO : new Money(cents);
    }

    public static Money sum(Collection<Money> amounts) {
        long total = 0;
        for (Money amount : amounts) {
            total = Math.addExact(total, amount.cents);
        }
        return ofCents(total);
    }

    public Money plus(Money other) {
        return ofCents(Math.addExact(cents, other.cents));
    }

    public Money minus(Money other) {
        return ofCents(Math.subtractExact(cents, other.cents));
    }

    public Money times(long factor) {
        return ofCents(Math.multiplyExact(cents, factor));
    }

    public Money negated() {
        return ofCents(Math.negateExact(cents));
    }

    public boolean isZero() {
        return cents == 0;
    }

    public boolean isPositive() {
        return cents > 0;
    }

    public boolean isNegative() {
        return cents < 0;
    }

    public Money min(Money other) {
        return cents <= other.cents ? this : other;
    }

    public Money max(Money other) {
        return cents >= other.cents ? this : other;
    }

    @Override
    public int compareTo(Money other) {
        return Long.compare(cents, other.cents);
    }

    /** Dollars and cents for people, such as {@code -1,234.05}. */
    @Override
    public String toString() {
        long absolute = Math.abs(cents);
        return String.format(java.util.Locale.ROOT, "%s%,d.%02d", cents < 0 ? "-" : "", absolute / 100, absolute % 100);
    }
}
