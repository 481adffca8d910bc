package dev.superbill.staff.employee;

/** What texts that people type may hold. */
public final class Text {

    /** No control characters: a database cannot keep all of them, and no claim can carry one. */
    public static final String PRINTABLE = "\\P{Cntrl}*";

    public static final String NOT_PRINTABLE = "The text holds control characters";

    private Text() {}
}
