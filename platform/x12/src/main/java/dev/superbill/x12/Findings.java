package dev.superbill.x12;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects the issues of one record while its segments are read, and reads typed elements on the way. */
public final class Findings {
    private static final int MAX_ISSUES = 1_000;

    private List<X12Issue> issues = List.of();
    private String loop = "";

    /** Empty. */
    public Findings() {}

    /** Names the guide's loop of what is found from now on. */
    public Findings in(String guideLoop) {
        this.loop = guideLoop;
        return this;
    }

    /** Notes a fault of a segment. */
    public void add(IssueCode code, String message, Segment segment) {
        add(X12Issue.of(code, message, segment).in(loop));
    }

    /** Notes a fault of an element. */
    public void add(IssueCode code, String message, Segment segment, int element) {
        add(X12Issue.of(code, message, segment, element).in(loop));
    }

    /** Notes an issue; past a thousand of one record no more are kept, so that memory stays bounded. */
    public void add(X12Issue issue) {
        if (issues.isEmpty()) {
            issues = new ArrayList<>();
        }
        if (issues.size() < MAX_ISSUES) {
            issues.add(issue);
        }
    }

    /** The issues so far; begins anew. */
    public List<X12Issue> take() {
        if (issues.isEmpty()) {
            return List.of();
        }
        List<X12Issue> taken = List.copyOf(issues);
        issues = List.of();
        return taken;
    }

    /** A required amount in cents; 0 with an issue when it is absent or none. */
    public long amount(Segment segment, int element) {
        long cents = segment.amount(element);
        if (cents != Amounts.INVALID) {
            return cents;
        }
        add(
                IssueCode.BAD_AMOUNT,
                segment.has(element) ? "This is not an amount with at most two decimals" : "The amount is missing",
                segment,
                element);
        return 0;
    }

    /** An amount in cents that may be absent; null, with an issue when something unreadable stands there. */
    public @Nullable Long optionalAmount(Segment segment, int element) {
        if (!segment.has(element)) {
            return null;
        }
        long cents = segment.amount(element);
        if (cents != Amounts.INVALID) {
            return cents;
        }
        add(IssueCode.BAD_AMOUNT, "This is not an amount with at most two decimals", segment, element);
        return null;
    }

    /** A quantity that may be absent; null, with an issue when something unreadable stands there. */
    public @Nullable BigDecimal number(Segment segment, int element) {
        String text = segment.element(element);
        if (text.isEmpty()) {
            return null;
        }
        BigDecimal number = Amounts.parseNumber(text);
        if (number == null) {
            add(IssueCode.BAD_NUMBER, "This is not a number of at most 18 digits", segment, element);
        }
        return number;
    }

    /** A date CCYYMMDD that may be absent; null, with an issue when something unreadable stands there. */
    public @Nullable LocalDate date(Segment segment, int element) {
        String text = segment.element(element);
        if (text.isEmpty()) {
            return null;
        }
        LocalDate date = Dates.parse(text);
        if (date == null) {
            add(IssueCode.BAD_DATE, "This is not a date CCYYMMDD", segment, element);
        }
        return date;
    }
}
