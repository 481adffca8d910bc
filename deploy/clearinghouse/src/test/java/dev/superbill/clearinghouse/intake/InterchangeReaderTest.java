package dev.superbill.clearinghouse.intake;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.clearinghouse.SampleBatch;
import dev.superbill.clearinghouse.claim.OtherPayer;
import dev.superbill.clearinghouse.claim.SubmittedClaim;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InterchangeReaderTest {

    @Test
    void readsAClaimWithItsLines() {
        SubmittedClaim claim = claims(sample()).getFirst();

        assertThat(claim.controlNumber()).isEqualTo("PCN1");
        assertThat(claim.chargeCents()).isEqualTo(19_000);
        assertThat(claim.payerId()).isEqualTo("60054");
        assertThat(claim.memberId()).isEqualTo("M100200300");
        assertThat(claim.billing().taxId()).isEqualTo("123456789");
        assertThat(claim.lines()).extracting("procedure").containsExactly("99213", "36415");
        assertThat(claim.lines()).extracting("controlNumber").containsExactly("PCN1L1", "PCN1L2");
    }

    @Test
    void readsWhatAnEarlierPayerLeft() {
        String text = new SampleBatch("MAPLE01", 1)
                .add(new SampleBatch.Claim()
                        .rank("S")
                        .otherPayer(
                                "SBR*P*18*******MB",
                                "AMT*D*72.6",
                                "OI***Y***Y",
                                "NM1*IL*1*ROE*JANE****MI*A1",
                                "NM1*PR*2*MEDICARE*****PI*SMCR0")
                        .line(
                                "99213",
                                "150",
                                "SVD*SMCR0*72.6*HC:99213**1",
                                "CAS*CO*45*52.4",
                                "CAS*PR*3*25",
                                "DTP*573*D8*20260110"))
                .text();

        SubmittedClaim claim = claims(text).getFirst();

        assertThat(claim.lastEarlierPayer()).contains(new OtherPayer('P', "SMCR0", "MEDICARE", "A1", 7_260L, 2_500));
        assertThat(claim.lines().getFirst().patientOweCents()).isEqualTo(2_500);
    }

    @Test
    void keepsThePatientForAllClaimsOfALevel() {
        String text = sample().replace("HL*2*1*22*0", "HL*2*1*22*1").replace("SBR*P*18*", "SBR*P**");
        text = text.replace("CLM*PCN1", "HL*3*2*23*0~\nPAT*19~\nNM1*QC*1*ROE*KID~\nCLM*PCN1")
                .replace("SE*28", "SE*31");

        assertThat(claims(text).getFirst().patient().firstName()).isEqualTo("KID");
    }

    @ParameterizedTest
    @CsvSource({"IEA*1*000000001,IEA*1*000000002,001", "IEA*1*,IEA*2*,021", "IEA*1*000000001~,'',023", "GE*1*1~,'',022"
    })
    void refusesAnInterchangeWhoseEnvelopeIsWrong(String from, String to, String code) {
        ReceivedInterchange interchange = read(sample().replace(from, to)).getFirst();

        assertThat(interchange.errorCode()).isEqualTo(code);
        assertThat(interchange.groups()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "CLM*PCN1*190*,CLM*PCN1**,CLM,2300,2,1",
        "CLM*PCN1*190*,CLM*PCN1*1E2*,CLM,2300,2,6",
        "DTP*472*D8*20260105,DTP*472*D8*20261305,DTP,2400,3,8",
        "11:B:1*,11:B:9*,CLM,2300,5,7"
    })
    void tellsWhichElementIsWrong(String from, String to, String segment, String loop, int element, String code) {
        assertThat(read(sample().replace(from, to))
                        .getFirst()
                        .groups()
                        .getFirst()
                        .transactions()
                        .getFirst()
                        .faults())
                .anySatisfy(fault -> {
                    assertThat(fault.segment()).isEqualTo(segment);
                    assertThat(fault.loop()).isEqualTo(loop);
                    assertThat(fault.element()).isEqualTo(element);
                    assertThat(fault.elementCode()).isEqualTo(code);
                });
    }

    @Test
    void neverFailsOnMutilatedFiles() {
        Random random = new Random(42);
        String text = sample();
        for (int round = 0; round < 2_000; round++) {
            StringBuilder mutilated = new StringBuilder(text);
            for (int i = 0; i < 1 + random.nextInt(5); i++) {
                int at = random.nextInt(mutilated.length());
                switch (random.nextInt(3)) {
                    case 0 -> mutilated.deleteCharAt(at);
                    case 1 -> mutilated.setCharAt(at, (char) (32 + random.nextInt(95)));
                    default -> mutilated.setLength(Math.max(1, at));
                }
            }
            assertThat(read(mutilated.toString())).isNotNull();
        }
    }

    private static String sample() {
        return new SampleBatch("MAPLE01", 1)
                .add(new SampleBatch.Claim().line("99213", "150").line("36415", "40"))
                .text();
    }

    private static List<SubmittedClaim> claims(String text) {
        return read(text)
                .getFirst()
                .groups()
                .getFirst()
                .transactions()
                .getFirst()
                .claims();
    }

    private static List<ReceivedInterchange> read(String text) {
        return InterchangeReader.read(new ByteArrayInputStream(text.getBytes(StandardCharsets.ISO_8859_1)));
    }
}
