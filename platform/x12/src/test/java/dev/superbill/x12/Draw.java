package dev.superbill.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Supplier;

/** Draws values from a seed. */
public final class Draw {
    private static final String UPPER = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
    private static final String DIGITS = "0123456789";

    private final SplittableRandom random;
    private final int size;

    public Draw(long seed, int size) {
        this.random = new SplittableRandom(seed);
        this.size = size;
    }

    public int between(int low, int high) {
        return random.nextInt(low, high + 1);
    }

    public boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    @SafeVarargs
    public final <T> T of(T... values) {
        return values[random.nextInt(values.length)];
    }

    public <T> T maybe(int percent, Supplier<T> value, T otherwise) {
        return chance(percent) ? value.get() : otherwise;
    }

    /** At most the run's size, so that halving the size shrinks the value. */
    public <T> List<T> list(int min, int max, Supplier<T> element) {
        int count = between(min, Math.max(min, Math.min(max, size)));
        List<T> list = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            list.add(element.get());
        }
        return list;
    }

    public String word(int min, int max) {
        return pick(UPPER, between(min, max));
    }

    public String name(int words) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < words; i++) {
            parts.add(word(2, 9));
        }
        return String.join(" ", parts);
    }

    public String digits(int count) {
        return pick("123456789", 1) + (count > 1 ? pick(DIGITS, count - 1) : "");
    }

    public String id(int min, int max) {
        return pick(UPPER, 1) + pick(UPPER + DIGITS, between(min, max) - 1);
    }

    public long cents() {
        return chance(10) ? random.nextLong(0, 99_999_999) : random.nextLong(1, 200_000);
    }

    public BigDecimal units() {
        return Amounts.canonical(
                chance(20) ? new BigDecimal(between(1, 999)).movePointLeft(1) : new BigDecimal(between(1, 20)));
    }

    public LocalDate date() {
        return LocalDate.of(2025, 1, 1).plusDays(random.nextInt(700));
    }

    public LocalDateTime dateTime() {
        return date().atTime(between(0, 23), between(0, 59));
    }

    /** A valid NPI: Luhn over 80840 and its digits. */
    public String npi() {
        String nine = "1" + pick(DIGITS, 8);
        int sum = 24;
        for (int i = 0; i < 9; i++) {
            int digit = nine.charAt(i) - '0';
            int doubled = i % 2 == 0 ? digit * 2 : digit;
            sum += doubled > 9 ? doubled - 9 : doubled;
        }
        return nine + (10 - sum % 10) % 10;
    }

    public Address address() {
        return Address.of(digits(3) + " " + word(3, 9) + " ST", word(3, 12), of("WI", "TX", "NY"), digits(9));
    }

    public byte[] mutate(byte[] bytes) {
        byte[] mutated = bytes.clone();
        int changes = between(1, 6);
        for (int i = 0; i < changes && mutated.length > 1; i++) {
            int at = random.nextInt(mutated.length);
            switch (between(0, 4)) {
                case 0 -> mutated[at] = (byte) random.nextInt(256);
                case 1 -> mutated[at] = (byte) "*:~^0-. \n".charAt(random.nextInt(9));
                case 2 -> mutated = cut(mutated, at, Math.min(mutated.length, at + between(1, 40)));
                case 3 -> mutated = twice(mutated, at, Math.min(mutated.length, at + between(1, 200)));
                default -> mutated = cut(mutated, at, mutated.length);
            }
        }
        return mutated;
    }

    private String pick(String from, int count) {
        StringBuilder text = new StringBuilder(count);
        for (int i = 0; i < count; i++) {
            text.append(from.charAt(random.nextInt(from.length())));
        }
        return text.toString();
    }

    private static byte[] cut(byte[] bytes, int from, int to) {
        byte[] rest = new byte[bytes.length - (to - from)];
        System.arraycopy(bytes, 0, rest, 0, from);
        System.arraycopy(bytes, to, rest, from, bytes.length - to);
        return rest;
    }

    private static byte[] twice(byte[] bytes, int from, int to) {
        byte[] more = new byte[bytes.length + (to - from)];
        System.arraycopy(bytes, 0, more, 0, to);
        System.arraycopy(bytes, from, more, to, bytes.length - from);
        return more;
    }
}
