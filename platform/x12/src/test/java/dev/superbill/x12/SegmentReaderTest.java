package dev.superbill.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SegmentReaderTest {
    private static final String ISA =
            "ISA*00*          *00*          *ZZ*SENDER         *ZZ*RECEIVER       *261124*0930*^*00501*000000001*0*P*:~";

    @Test
    void tellsPositionsAndOffsets() {
        List<Segment> segments = read(ISA + "GS*HP*A*B*20261124*0930*1*X*005010X221A1~\nST*835*0001~\nSE*2*0001~");

        assertThat(segments).extracting(Segment::id).containsExactly("ISA", "GS", "ST", "SE");
        assertThat(segments).extracting(Segment::ordinal).containsExactly(1L, 2L, 3L, 4L);
        assertThat(segments).extracting(Segment::ordinalInTransaction).containsExactly(0L, 0L, 1L, 2L);
        assertThat(segments.get(1).byteOffset()).isEqualTo(106);
        assertThat(segments.get(3).byteOffset()).isEqualTo(ISA.length() + 42 + 1 + 12);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uFEFF", "\n", "  \r\n\t", ""})
    void skipsAMarkAndBlanksBeforeTheIsa(String before) {
        List<Segment> segments = read(before + ISA + "IEA*0*000000001~");

        assertThat(segments).extracting(Segment::id).containsExactly("ISA", "IEA");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\n\n", " ", "\0\0\0", "\u001a"})
    void skipsLineBreaksAndPaddingAfterATerminator(String after) {
        List<Segment> segments = read(ISA + after + "IEA*0*000000001~" + after);

        assertThat(segments).hasSize(2);
        assertThat(segments.get(1).element(2)).isEqualTo("000000001");
    }

    @Test
    void takesALineBreakAsTerminator() {
        List<Segment> segments = read((ISA + "GE*0*1~IEA*0*000000001~").replace("~", "\n"));

        assertThat(segments).extracting(Segment::id).containsExactly("ISA", "GE", "IEA");
        assertThat(segments.get(1).elements()).containsExactly("0", "1");
    }

    @Test
    void learnsTheDelimitersOfEachInterchange() {
        String other =
                (ISA + "IEA*0*000000001~").replace('*', '|').replace('~', '\'').replace(':', '>');

        List<Segment> segments = read(ISA + "IEA*0*000000001~\n" + other);

        assertThat(segments).hasSize(4);
        assertThat(segments.get(3).delimiters()).isEqualTo(new Delimiters('|', '^', '>', '\''));
    }

    @Test
    void readsComponentsAndRepetitions() {
        Segment segment = read(ISA + "SVC*HC:99213:25::X*1^2^3*~").get(1);

        assertThat(segment.component(1, 2)).isEqualTo("99213");
        assertThat(segment.component(1, 4)).isEmpty();
        assertThat(segment.component(1, 9)).isEmpty();
        assertThat(segment.components(1)).containsExactly("HC", "99213", "25", "", "X");
        assertThat(segment.repetitions(2)).containsExactly("1", "2", "3");
        assertThat(segment.has(3)).isFalse();
        assertThat(segment.element(99)).isEmpty();
    }

    @Test
    void takesIdsInLowerCase() {
        assertThat(read(ISA + "iea*0*000000001~").get(1).id()).isEqualTo("IEA");
        assertThat(read(ISA.replace("ISA", "isa") + "IEA*0*000000001~").get(0).id())
                .isEqualTo("ISA");
    }

    @Test
    void readsAccentsInEitherEncoding() {
        String text = ISA + "NM1*QC*1*MUÑOZ~";

        assertThat(read(text.getBytes(StandardCharsets.UTF_8)).get(1).element(3))
                .isEqualTo("MUÑOZ");
        assertThat(read(text.getBytes(StandardCharsets.ISO_8859_1)).get(1).element(3))
                .isEqualTo("MUÑOZ");
    }

    @Test
    void showsASignForANulWithinAnElement() {
        assertThat(read(ISA + "CLP*A\0B*1~").get(1).element(1)).isEqualTo("A\uFFFDB");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "hello", "ST*835*0001~", "<xml/>"})
    void refusesWhatHasNoIsa(String text) {
        assertThatThrownBy(() -> read(text))
                .isInstanceOfSatisfying(
                        X12Exception.class,
                        refused ->
                                assertThat(refused.issues().getFirst().code()).isEqualTo(IssueCode.NO_INTERCHANGE));
    }

    @Test
    void refusesAnIsaOfAnotherLength() {
        String shortened = ISA.replace("SENDER         ", "SENDER");

        assertThatThrownBy(() -> read(shortened + "IEA*0*000000001~"))
                .isInstanceOfSatisfying(
                        X12Exception.class,
                        refused ->
                                assertThat(refused.issues().getFirst().code()).isEqualTo(IssueCode.ISA_LENGTH));
    }

    @Test
    void refusesAnEndInsideASegmentAndNamesTheLastGoodOne() {
        assertThatThrownBy(() -> read(ISA + "GS*HP*A*B~ST*835")).isInstanceOfSatisfying(X12Exception.class, refused -> {
            X12Issue issue = refused.issues().getFirst();
            assertThat(issue.code()).isEqualTo(IssueCode.CUT_SHORT);
            assertThat(issue.segment()).isEqualTo("GS");
            assertThat(issue.position().inFile()).isEqualTo(2);
            assertThat(issue.message()).contains("segment 2");
        });
    }

    @Test
    void refusesASegmentWithoutEndInsteadOfReadingItIntoMemory() {
        InputStream endless = new InputStream() {
            private int at;

            @Override
            public int read() {
                return at < ISA.length() ? ISA.charAt(at++) : 'A';
            }
        };
        SegmentReader reader = new SegmentReader(endless);
        reader.next();

        assertThatThrownBy(reader::next)
                .isInstanceOfSatisfying(
                        X12Exception.class,
                        refused ->
                                assertThat(refused.issues().getFirst().code()).isEqualTo(IssueCode.SEGMENT_TOO_LONG));
    }

    private static List<Segment> read(String text) {
        return read(text.getBytes(StandardCharsets.UTF_8));
    }

    private static List<Segment> read(byte[] bytes) {
        SegmentReader reader = new SegmentReader(new ByteArrayInputStream(bytes));
        List<Segment> segments = new ArrayList<>();
        for (Segment segment = reader.next(); segment != null; segment = reader.next()) {
            segments.add(segment);
        }
        return segments;
    }
}
