package dev.superbill.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Amounts, transliteration and what the writer refuses. */
class TextTest {
    @ParameterizedTest
    @CsvSource({
        "0,0",
        "1,100",
        "150.00,15000",
        "150.5,15050",
        "-.05,-5",
        ".5,50",
        "-72.6,-7260",
        "0001,100",
        "9999999999999999.99,999999999999999999",
        "-0,0",
    })
    void readsAmountsExactly(String text, long cents) {
        assertThat(Amounts.parse(text)).isEqualTo(cents);
        assertThat(Amounts.parse(Amounts.format(cents))).isEqualTo(cents);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "-",
                ".",
                "1.",
                "1.234",
                "+1",
                "1e3",
                "1E3",
                "1,000",
                " 1",
                "--1",
                "1-",
                "12345678901234567",
                "$1",
                "NaN"
            })
    void refusesWhatIsNoAmount(String text) {
        assertThat(Amounts.read(text)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"15000,150", "15050,150.5", "15055,150.55", "5,0.05", "-50,-0.5", "0,0"})
    void writesAmountsWithoutTrailingZeros(long cents, String text) {
        assertThat(Amounts.format(cents)).isEqualTo(text);
    }

    @Test
    void readsQuantitiesWithoutExponent() {
        assertThat(Amounts.parseNumber("1.50")).isEqualTo(new BigDecimal("1.5"));
        assertThat(Amounts.parseNumber("100")).isEqualTo(new BigDecimal("100"));
        assertThat(Amounts.parseNumber("1E99")).isNull();
        assertThat(Amounts.format(new BigDecimal("1E2"))).isEqualTo("100");
    }

    @ParameterizedTest
    @CsvSource({
        "Muñoz,MUNOZ", "Müller-Lüdenscheidt,MULLER-LUDENSCHEIDT", "Straße,STRASSE", "O’Brien,O'BRIEN",
        "A*B:C~D^E,A B C D E", "Łukasz,LUKASZ", "  a   b  ,A B", "中,''",
    })
    void transliteratesIntoTheBasicSet(String from, String to) {
        assertThat(Transliteration.of(from, Delimiters.STANDARD).text()).isEqualTo(to);
    }

    @Test
    void saysWhatItChanged() {
        assertThat(Transliteration.of("Peña", Delimiters.STANDARD).changes()).containsExactly("ñ became N");
        assertThat(Transliteration.of("Pena", Delimiters.STANDARD).changed()).isFalse();
    }

    @Test
    void transliteratedTextIsAlwaysWritable() {
        Property.holds(300, draw -> {
            StringBuilder text = new StringBuilder();
            draw.list(0, 30, () -> draw.between(1, 0x2fff)).forEach(text::appendCodePoint);
            String plain =
                    Transliteration.of(text.toString(), Delimiters.STANDARD).text();

            new SegmentWriter(new ByteArrayOutputStream(), Delimiters.STANDARD)
                    .start("NTE")
                    .add(plain)
                    .end();
        });
    }

    @Test
    void refusesDelimitersAndForeignCharactersNamingTheElement() {
        SegmentWriter out = new SegmentWriter(new ByteArrayOutputStream(), Delimiters.STANDARD);

        assertThatThrownBy(() -> out.start("NM1").add("QC").add("1").add("O*NEIL"))
                .isInstanceOfSatisfying(X12Exception.class, refused -> {
                    X12Issue issue = refused.issues().getFirst();
                    assertThat(issue.code()).isEqualTo(IssueCode.DELIMITER_IN_DATA);
                    assertThat(issue.segment()).isEqualTo("NM1");
                    assertThat(issue.element()).isEqualTo(3);
                });
        assertThatThrownBy(() -> out.start("NM1").add("MUÑOZ")).isInstanceOf(X12Exception.class);
    }

    @Test
    void leavesOutTrailingEmptyElementsAndComponents() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        SegmentWriter out = new SegmentWriter(bytes, Delimiters.STANDARD);
        out.start("SVC")
                .composite("HC", "99213", "", "")
                .add("")
                .amount(150_00L)
                .add("")
                .composite("", "")
                .end();
        out.flush();

        assertThat(bytes.toString(StandardCharsets.US_ASCII)).isEqualTo("SVC*HC:99213**150~");
    }
}
