package dev.superbill.scheduling.patient;

/** What texts that people type may hold. */
public final class Text {

    /** No control characters: a database cannot keep all of them, and no claim can carry one. */
    public static final String PRINTABLE = "\\P{Cntrl}*";

    public static final String NOT_PRINTABLE = "The text holds control characters";

    private Text() {}

    /** A pattern for {@code like} that finds texts which begin with the given one, in lower case. */
    static String beginsWith(String text) {
        return text.strip()
                        .toLowerCase(java.util.Locale.ROOT)
                        .replace("\\", "\\\\")
                        .replace("%", "\\%")
                        .replace("_", "\\_")
                + "%";
    }
}
