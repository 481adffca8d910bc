package dev.superbill.x12;

import java.util.function.Consumer;

/**
 * A small harness for properties: runs a property with values drawn from seeds that follow each other, and, when it fails,
 * looks for a smaller failing run by halving the size. The seed and the size are in the message; {@code -Dx12.seed=N} begins
 * at another seed.
 */
public final class Property {
    private static final int SIZE = 16;

    private Property() {}

    public static void holds(int runs, Consumer<Draw> property) {
        long first = Long.getLong("x12.seed", 20_261_124L);
        for (long seed = first; seed < first + runs; seed++) {
            Throwable failure = run(seed, SIZE, property);
            if (failure != null) {
                int size = SIZE;
                for (int smaller = SIZE / 2; smaller >= 1; smaller /= 2) {
                    Throwable same = run(seed, smaller, property);
                    if (same != null) {
                        failure = same;
                        size = smaller;
                    }
                }
                throw new AssertionError(
                        "seed " + seed + ", size " + size + " (again with -Dx12.seed=" + seed + "): " + failure,
                        failure);
            }
        }
    }

    private static Throwable run(long seed, int size, Consumer<Draw> property) {
        try {
            property.accept(new Draw(seed, size));
            return null;
        } catch (RuntimeException | AssertionError | StackOverflowError failed) {
            return failed;
        }
    }
}
