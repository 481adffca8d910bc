package dev.superbill.x12;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Text brought into the basic character set of X12 (upper-case letters, digits and some punctuation), and what was
 * changed on the way.
 *
 * @param text the text to write
 * @param changes sentences such as {@code "É became E"}; empty when only the case of letters changed or nothing
 */
public record Transliteration(String text, List<String> changes) {
    private static final String BASIC = " !\"&'()*+,-./:;?=";

    /** Copies the list. */
    public Transliteration {
        changes = List.copyOf(changes);
    }

    /**
     * Upper-cases, strips diacritics, replaces ligatures and typographic marks by their nearest ASCII, delimiters and
     * whatever is left over by a space; runs of spaces become one, ends are trimmed.
     */
    public static Transliteration of(String value, Delimiters delimiters) {
        List<String> changes = new ArrayList<>(0);
        StringBuilder text = new StringBuilder(value.length());
        value.codePoints().forEach(point -> append(text, point, delimiters, changes));
        return new Transliteration(squeeze(text), changes);
    }

    /** Whether anything but the case of letters was changed. */
    public boolean changed() {
        return !changes.isEmpty();
    }

    private static void append(StringBuilder text, int point, Delimiters delimiters, List<String> changes) {
        if (point < 128 && keeps((char) point, delimiters)) {
            text.append(Character.toUpperCase((char) point));
            return;
        }
        String before = Character.toString(point);
        String plain = ascii(before);
        StringBuilder kept = new StringBuilder();
        for (int i = 0; i < plain.length(); i++) {
            char c = Character.toUpperCase(plain.charAt(i));
            kept.append(c < 128 && keeps(c, delimiters) ? c : ' ');
        }
        if (kept.isEmpty()) {
            kept.append(' ');
        }
        text.append(kept);
        String after = kept.toString().isBlank() ? "a space" : kept.toString();
        String shown = point < ' ' ? String.format("U+%04X", point) : before;
        changes.add(shown + " became " + after);
    }

    private static boolean keeps(char c, Delimiters delimiters) {
        return !delimiters.contains(c)
                && ((c >= 'A' && c <= 'Z')
                        || (c >= 'a' && c <= 'z')
                        || (c >= '0' && c <= '9')
                        || BASIC.indexOf(c) >= 0);
    }

    private static String ascii(String character) {
        return switch (character) {
            case "ß", "ẞ" -> "SS";
            case "æ", "Æ" -> "AE";
            case "œ", "Œ" -> "OE";
            case "ø", "Ø" -> "O";
            case "ł", "Ł" -> "L";
            case "đ", "Đ", "ð", "Ð" -> "D";
            case "þ", "Þ" -> "TH";
            case "ı" -> "I";
            case "‘", "’", "`", "´" -> "'";
            case "“", "”" -> "\"";
            case "–", "—", "‐", "‑", "_" -> "-";
            case "[", "{", "<" -> "(";
            case "]", "}", ">" -> ")";
            case "\\", "|" -> "/";
            case "@" -> " AT ";
            case "#" -> " NO ";
            default ->
                Normalizer.normalize(character, Normalizer.Form.NFKD)
                        .codePoints()
                        .filter(point -> Character.getType(point) != Character.NON_SPACING_MARK)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString()
                        .toUpperCase(Locale.ROOT);
        };
    }

    private static String squeeze(CharSequence text) {
        StringBuilder squeezed = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != ' ' || (squeezed.length() > 0 && squeezed.charAt(squeezed.length() - 1) != ' ')) {
                squeezed.append(c);
            }
        }
        int end = squeezed.length();
        return end > 0 && squeezed.charAt(end - 1) == ' ' ? squeezed.substring(0, end - 1) : squeezed.toString();
    }
}
