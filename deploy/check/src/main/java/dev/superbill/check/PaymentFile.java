package dev.superbill.check;

import dev.superbill.x12.Segment;
import dev.superbill.x12.SegmentReader;
import dev.superbill.x12.X12Exception;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads the payments of an 835 file with nothing but the tokenizer. Only what money depends on is looked at, and one
 * transaction is held in memory at a time.
 */
final class PaymentFile {

    private static final Pattern AMOUNT = Pattern.compile("-?\\d{0,16}(\\.\\d{1,2})?");
    /** DTM01: start and end of the claim's statement period; service, start and end of a line. */
    private static final Set<String> DAYS_OF_SERVICE = Set.of("232", "233", "472", "150", "151");

    private static final int TAX_ID_LENGTH = 9;

    private final Consumer<Payment> payments;
    private int ordinal;
    private @Nullable Payment payment;
    private @Nullable Answer answer;
    private @Nullable MessageDigest digest;
    private String setNumber = "";
    private long segments;
    private boolean ofPayer;

    private PaymentFile(Consumer<Payment> payments) {
        this.payments = payments;
    }

    /** Hands over the transactions of a file in their order; a file that breaks off ends there. */
    static void read(InputStream bytes, Consumer<Payment> payments) {
        PaymentFile file = new PaymentFile(payments);
        SegmentReader reader = new SegmentReader(bytes);
        try {
            for (Segment segment = reader.next(); segment != null; segment = reader.next()) {
                file.take(segment);
            }
        } catch (X12Exception e) {
            // what is not whole is not on the books, and is not compared
            return;
        }
    }

    private void take(Segment segment) {
        if (segment.is("ST")) {
            begin(segment);
        }
        Payment current = payment;
        MessageDigest hash = digest;
        if (current == null || hash == null) {
            return;
        }
        segments++;
        if (!segment.is("ST") && !segment.is("SE") && !segment.is("DTM", "405")) {
            hash.update((segment.id() + segment.elements() + "\n").getBytes(StandardCharsets.UTF_8));
        }
        switch (segment.id()) {
            case "BPR" -> {
                OptionalLong amount = cents(segment.element(2));
                current.amount = amount.orElse(0);
                current.readable &= amount.isPresent();
            }
            case "TRN" -> name(current, segment.element(3));
            case "N1" -> {
                ofPayer = segment.element(1).equalsIgnoreCase("PR");
                if (ofPayer) {
                    name(current, segment.element(4));
                }
            }
            case "REF" -> {
                if (ofPayer && current.answers.isEmpty()) {
                    name(current, segment.element(2));
                }
            }
            case "LX" -> ofPayer = false;
            case "CLP" -> claim(current, segment);
            case "DTM" -> day(segment);
            case "CAS" -> adjustments(segment);
            case "SVC" -> line(segment);
            case "PLB" -> providerAdjustments(current, segment);
            case "SE" -> end(current, hash, segment);
            default -> {
                // moves no money
            }
        }
    }

    private void begin(Segment segment) {
        payment = null;
        answer = null;
        if (!segment.element(1).equals("835")) {
            return;
        }
        payment = new Payment(++ordinal);
        digest = sha256();
        setNumber = segment.element(2);
        segments = 0;
        ofPayer = false;
    }

    private void end(Payment current, MessageDigest hash, Segment segment) {
        current.fingerprint = HexFormat.of().formatHex(hash.digest());
        current.readable &= same(segment.element(1), Long.toString(segments)) && same(segment.element(2), setNumber);
        payments.accept(current);
        payment = null;
    }

    private void claim(Payment current, Segment segment) {
        Answer claim = new Answer(
                current.answers.size() + 1, upper(segment.element(1)), segment.element(2), segment.element(7));
        OptionalLong charge = cents(segment.element(3));
        OptionalLong paid = cents(segment.element(4));
        if (charge.isEmpty() || paid.isEmpty()) {
            claim.unreadable();
        }
        claim.charge = charge.orElse(0);
        claim.paid = paid.orElse(0);
        current.answers.add(claim);
        answer = claim;
    }

    private void day(Segment segment) {
        Answer claim = answer;
        if (claim != null && DAYS_OF_SERVICE.contains(segment.element(1))) {
            claim.days.add(segment.element(2));
        }
    }

    private void line(Segment segment) {
        Answer claim = answer;
        if (claim != null) {
            OptionalLong charge = cents(segment.element(2));
            OptionalLong paid = segment.has(3) ? cents(segment.element(3)) : OptionalLong.of(0);
            if (charge.isEmpty() || paid.isEmpty()) {
                claim.unreadable();
            }
            claim.line(charge.orElse(0), paid.orElse(0));
        }
    }

    private void adjustments(Segment segment) {
        Answer claim = answer;
        if (claim == null) {
            return;
        }
        for (int i = 2; i + 1 <= segment.size(); i += 3) {
            if (!segment.has(i) && !segment.has(i + 1)) {
                continue;
            }
            OptionalLong amount = cents(segment.element(i + 1));
            if (amount.isEmpty()) {
                claim.unreadable();
            }
            claim.adjust(upper(segment.element(1)), upper(segment.element(i)), amount.orElse(0));
        }
    }

    private void providerAdjustments(Payment current, Segment segment) {
        answer = null;
        for (int i = 3; i + 1 <= segment.size(); i += 2) {
            if (!segment.has(i) && !segment.has(i + 1)) {
                continue;
            }
            OptionalLong amount = cents(segment.element(i + 1));
            current.readable &= amount.isPresent();
            current.providerAdjustments.merge(account(upper(segment.component(i, 1))), amount.orElse(0), Long::sum);
        }
    }

    /** Where a provider adjustment goes (DOMAIN: PLB). */
    private static String account(String code) {
        return switch (code) {
            case "WO", "72" -> "recoupment";
            case "FB" -> "forwarding";
            case "L6" -> "interest";
            default -> "provider-adjustment." + code;
        };
    }

    private static void name(Payment current, String text) {
        String name = upper(text);
        if (!name.isEmpty()) {
            current.payer.add(name);
            if (name.length() == TAX_ID_LENGTH + 1 && name.startsWith("1")) {
                current.payer.add(name.substring(1));
            }
        }
    }

    private static OptionalLong cents(String text) {
        if (text.isEmpty() || text.equals("-") || !AMOUNT.matcher(text).matches()) {
            return OptionalLong.empty();
        }
        boolean negative = text.startsWith("-");
        String digits = negative ? text.substring(1) : text;
        int dot = digits.indexOf('.');
        String whole = dot < 0 ? digits : digits.substring(0, dot);
        String part = dot < 0 ? "" : digits.substring(dot + 1);
        long value = Long.parseLong("0" + whole) * 100 + Long.parseLong((part + "00").substring(0, 2));
        return OptionalLong.of(negative ? -value : value);
    }

    /** Numbers compare as numbers: leading zeros mean nothing. */
    private static boolean same(String one, String other) {
        return one.replaceFirst("^0+(?=.)", "").equals(other.replaceFirst("^0+(?=.)", ""));
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
