package dev.superbill.x12.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.x12.Delimiters;
import dev.superbill.x12.Draw;
import dev.superbill.x12.Files;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.Property;
import dev.superbill.x12.X12Exception;
import dev.superbill.x12.X12Issue;
import dev.superbill.x12.acknowledgement.Examination;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimRoundTripTest {
    @Test
    void readsWhatItWrote() {
        Property.holds(60, draw -> {
            ClaimSamples.Claims written = ClaimSamples.draw(draw);

            ClaimSamples.Claims read = read(ClaimSamples.file(written));

            assertThat(read)
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes(".*position")
                    .isEqualTo(written);
        });
    }

    @Test
    void writesWhatTheGuideAllows() {
        Property.holds(200, draw -> {
            byte[] file = ClaimSamples.file(ClaimSamples.draw(draw));

            Examination examination = Examination.of(new ByteArrayInputStream(file));

            assertThat(examination.clean()).as("%s", examination.answers()).isTrue();
        });
    }

    @Test
    void givesOneClaimItsOwnTransaction() {
        Draw draw = new Draw(7, 8);
        ClaimSamples.Claims claims = ClaimSamples.draw(draw);

        String text =
                ClaimWriter.transaction(claims.submission(), claims.claims().getFirst(), Delimiters.STANDARD);

        String[] lines = text.split("\n", -1);
        assertThat(lines[0]).isEqualTo("ST*837*0001*005010X222A1~");
        assertThat(lines[lines.length - 2]).isEqualTo("SE*" + (lines.length - 1) + "*0001~");
    }

    @Test
    void takesARefusedClaimBackWhole() {
        ClaimSamples.Claims claims = ClaimSamples.draw(new Draw(3, 8));
        ProfessionalClaim good = claims.claims().getFirst();
        ProfessionalClaim bad = copy(good)
                .patientControlNumber("OTHER")
                .note(new Note("ADD", "STAR * IN DATA"))
                .build();

        byte[] file = Files.of("HC", ClaimWriter.GUIDE, out -> {
            ClaimWriter writer = new ClaimWriter(out);
            writer.start(claims.submission());
            assertThatThrownBy(() -> writer.claim(bad)).isInstanceOfSatisfying(X12Exception.class, refused -> {
                X12Issue issue = refused.issues().getFirst();
                assertThat(issue.code()).isEqualTo(IssueCode.DELIMITER_IN_DATA);
                assertThat(issue.segment()).isEqualTo("NTE");
                assertThat(issue.element()).isEqualTo(2);
            });
            writer.claim(good);
            writer.finish();
        });

        assertThat(read(file).claims()).hasSize(1);
        assertThat(Examination.of(new ByteArrayInputStream(file)).clean()).isTrue();
    }

    @Test
    void refusesMoreThanFiftyLinesRepeatedDiagnosesAndPointersToNothing() {
        ProfessionalClaim good = ClaimSamples.draw(new Draw(3, 8)).claims().getFirst();
        ServiceLine line = good.lines().getFirst();
        ProfessionalClaimBuilder builder = copy(good);
        for (int i = 0; i < 51; i++) {
            builder.line(line);
        }
        ProfessionalClaim bad = builder.diagnoses(List.of("J02.0", "J020")).build();

        assertThat(ClaimRules.check(bad))
                .extracting(X12Issue::code)
                .contains(IssueCode.TOO_MANY, IssueCode.BAD_CODE, IssueCode.OUT_OF_BALANCE);
        assertThat(ClaimRules.check(good)).isEmpty();
    }

    @Test
    void refusesTheFiveThousandAndFirstClaimOfATransaction() {
        ClaimSamples.Claims claims = ClaimSamples.draw(new Draw(5, 2));
        ProfessionalClaim claim = claims.claims().getFirst();

        Files.of("HC", ClaimWriter.GUIDE, out -> {
            ClaimWriter writer = new ClaimWriter(out);
            writer.start(claims.submission());
            for (int i = 0; i < ClaimRules.MAX_CLAIMS; i++) {
                writer.claim(claim);
            }
            assertThat(writer.isFull()).isTrue();
            assertThatThrownBy(() -> writer.claim(claim)).isInstanceOf(X12Exception.class);
            writer.finish();
        });
    }

    private static ProfessionalClaimBuilder copy(ProfessionalClaim claim) {
        ProfessionalClaimBuilder copy = ProfessionalClaim.builder()
                .billingProvider(claim.billingProvider())
                .subscriber(claim.subscriber())
                .payer(claim.payer())
                .patient(claim.patient())
                .patientControlNumber(claim.patientControlNumber())
                .chargeCents(claim.chargeCents());
        claim.diagnoses().forEach(copy::diagnosis);
        claim.otherPayers().forEach(copy::otherPayer);
        claim.lines().forEach(copy::line);
        return copy;
    }

    private static ClaimSamples.Claims read(byte[] file) {
        ClaimReader reader = new ClaimReader(new ByteArrayInputStream(file));
        Submission submission = null;
        List<ProfessionalClaim> claims = new ArrayList<>();
        for (ClaimEvent event = reader.next(); event != null; event = reader.next()) {
            switch (event) {
                case ClaimsStart start -> submission = start.submission();
                case ProfessionalClaim claim -> claims.add(claim);
                case ClaimsEnd end -> assertThat(end.issues()).isEmpty();
            }
        }
        assertThat(reader.envelope().orElseThrow().issues()).isEmpty();
        return new ClaimSamples.Claims(submission, claims);
    }
}
