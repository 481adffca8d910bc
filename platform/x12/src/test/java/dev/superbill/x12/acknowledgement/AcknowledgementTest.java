package dev.superbill.x12.acknowledgement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.superbill.x12.Draw;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.InterchangeWriter;
import dev.superbill.x12.Position;
import dev.superbill.x12.Property;
import dev.superbill.x12.claim.ClaimSamples;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcknowledgementTest {
    private static final String PLACE = ".*(position|ordinal|interchange)";

    @Test
    void readsTheGroupAcknowledgementItWrote() {
        Property.holds(60, draw -> {
            GroupAcknowledgement written = AcknowledgementSamples.group(draw);

            List<Acknowledgement> read = read(AcknowledgementSamples.file(written));

            assertThat(read).hasSize(1);
            assertThat(read.getFirst())
                    .usingRecursiveComparison()
                    .ignoringFields("position", "ordinal", "interchange")
                    .ignoringFieldsMatchingRegexes("transactions\\.position")
                    .isEqualTo(written);
        });
    }

    @Test
    void readsTheClaimAcknowledgementItWrote() {
        Property.holds(60, draw -> {
            ClaimAcknowledgement written = AcknowledgementSamples.claims(draw);

            List<Acknowledgement> read = read(AcknowledgementSamples.file(written));

            assertThat(read).hasSize(1);
            assertThat(read.getFirst())
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes(PLACE)
                    .isEqualTo(written);
        });
    }

    @Test
    void readsTheInterchangeAcknowledgementItWrote() {
        InterchangeHeader answered =
                InterchangeHeader.of("US", "THEM", LocalDateTime.of(2026, 11, 24, 9, 30), 77, true, true);
        InterchangeAcknowledgement written = InterchangeAcknowledgement.of(answered, "R", "023");
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        InterchangeHeader own =
                InterchangeHeader.of("THEM", "US", LocalDateTime.of(2026, 11, 24, 9, 31), 5, false, true);
        try (InterchangeWriter file = new InterchangeWriter(bytes, own)) {
            written.write(file.outsideGroups());
        }

        List<Acknowledgement> read = read(bytes.toByteArray());

        assertThat(read).singleElement().isInstanceOfSatisfying(InterchangeAcknowledgement.class, ta1 -> {
            assertThat(ta1)
                    .usingRecursiveComparison()
                    .ignoringFields("position", "interchange")
                    .isEqualTo(written);
            assertThat(ta1.interchange().senderId()).isEqualTo("THEM");
            assertThat(ta1.rejected()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource({"A0,WQ,false", "A1,WQ,false", "A2,WQ,false", "A2,U,true", "A3,U,true", "A7,WQ,true", "A8,'',true"})
    void rejectsByActionOrByCategory(String category, String action, boolean rejects) {
        Status status = Status.of(category, "20", "PR", LocalDate.EPOCH, action, null);

        assertThat(status.rejects()).isEqualTo(rejects);
    }

    @Test
    void rejectsTheClaimOfARejectedLineAndByASecondComposite() {
        Status second = new Status(
                Position.NONE,
                List.of(new Status.Code("A1", "20", ""), new Status.Code("A6", "21", "")),
                null,
                "",
                null,
                "");

        assertThat(second.rejects()).isTrue();
    }

    @Test
    void answersAnUnknownSegmentAMissingOneAndABadAmountByName() {
        GroupAcknowledgement.TransactionResult result = answered(
                text -> text.replaceFirst("~SBR\\*", "~QQQ*").replaceFirst("~SV1\\*([^*]*)\\*[^*]*", "~SV1*$1*1E5"));

        assertThat(result.rejected()).isTrue();
        assertThat(result.errors())
                .extracting(GroupAcknowledgement.SegmentError::segment, GroupAcknowledgement.SegmentError::code)
                .contains(tuple("QQQ", "1"), tuple("SBR", "3"), tuple("SV1", "8"));
        assertThat(result.codes()).containsExactly("5");
    }

    @Test
    void answersAWrongSegmentCount() {
        GroupAcknowledgement.TransactionResult result = answered(text -> text.replaceFirst("~SE\\*", "~SE*9"));

        assertThat(result.codes()).containsExactly("4");
        assertThat(result.errors()).isEmpty();
    }

    @Test
    void rejectsTheInterchangeOfAFileCutShort() {
        String file = claims();

        Examination examination = examine(file.substring(0, file.length() - 20));

        assertThat(examination.answers()).singleElement().satisfies(answer -> {
            assertThat(answer.interchange().rejected()).isTrue();
            assertThat(answer.interchange().note()).isEqualTo("023");
            assertThat(answer.groups()).isEmpty();
        });
    }

    @Test
    void rejectsTheInterchangeWhoseControlNumbersDiffer() {
        Examination examination = examine(claims().replace("~IEA*1*000000001", "~IEA*1*000000002"));

        assertThat(examination.answers().getFirst().interchange())
                .extracting(InterchangeAcknowledgement::code, InterchangeAcknowledgement::note)
                .containsExactly("R", "001");
    }

    private static GroupAcknowledgement.TransactionResult answered(UnaryOperator<String> change) {
        Examination examination = examine(change.apply(claims()));
        return examination
                .answers()
                .getFirst()
                .groups()
                .getFirst()
                .transactions()
                .getFirst();
    }

    private static String claims() {
        return new String(ClaimSamples.file(ClaimSamples.draw(new Draw(11, 4))), StandardCharsets.US_ASCII);
    }

    private static Examination examine(String file) {
        return Examination.of(new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)));
    }

    private static List<Acknowledgement> read(byte[] file) {
        AcknowledgementReader reader = new AcknowledgementReader(new ByteArrayInputStream(file));
        List<Acknowledgement> all = new ArrayList<>();
        for (Acknowledgement one = reader.next(); one != null; one = reader.next()) {
            all.add(one);
        }
        assertThat(reader.envelope().orElseThrow().issues()).isEmpty();
        return all;
    }
}
