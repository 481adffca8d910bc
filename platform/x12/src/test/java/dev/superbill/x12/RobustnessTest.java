package dev.superbill.x12;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.x12.acknowledgement.AcknowledgementReader;
import dev.superbill.x12.acknowledgement.AcknowledgementSamples;
import dev.superbill.x12.acknowledgement.Examination;
import dev.superbill.x12.claim.ClaimReader;
import dev.superbill.x12.claim.ClaimSamples;
import dev.superbill.x12.remittance.Balancing;
import dev.superbill.x12.remittance.ClaimPayment;
import dev.superbill.x12.remittance.RemittanceEvent;
import dev.superbill.x12.remittance.RemittanceReader;
import dev.superbill.x12.remittance.RemittanceSamples;
import dev.superbill.x12.remittance.RemittanceScan;
import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever the bytes, a reader ends, and with nothing but the declared exception. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class RobustnessTest {
    @Test
    void survivesAnyMutation() {
        Property.holds(1_500, draw -> {
            byte[] mutated = draw.mutate(file(draw));

            readEveryWay(mutated);
        });
    }

    @Test
    void refusesAFileCutShortWithTheLastGoodPosition() {
        Property.holds(300, draw -> {
            byte[] whole = file(draw);
            byte[] cut = Arrays.copyOf(whole, draw.between(1, whole.length - 1));

            assertThatThrownBy(() -> EnvelopeScan.of(new ByteArrayInputStream(cut)))
                    .isInstanceOfSatisfying(X12Exception.class, refused -> {
                        X12Issue issue = refused.issues().getFirst();
                        assertThat(issue.action()).isNotEmpty();
                        if (cut.length > 110) {
                            assertThat(issue.code()).isEqualTo(IssueCode.CUT_SHORT);
                            assertThat(issue.position().inFile()).isPositive();
                        }
                    });
            readEveryWay(cut);
        });
    }

    @Test
    void survivesNoise() {
        Property.holds(300, draw -> {
            byte[] noise = new byte[draw.between(0, 5_000)];
            for (int i = 0; i < noise.length; i++) {
                noise[i] = (byte) draw.between(0, 255);
            }

            readEveryWay(noise);
        });
    }

    @Test
    void readsTheSameInPiecesOfAnySize() {
        Property.holds(100, draw -> {
            byte[] file = file(draw);
            int piece = draw.between(1, 50);

            Envelope whole = EnvelopeScan.of(new ByteArrayInputStream(file));
            Envelope pieces = EnvelopeScan.of(inPieces(file, piece));

            assertThat(pieces).isEqualTo(whole);
        });
    }

    private static byte[] file(Draw draw) {
        return switch (draw.between(0, 3)) {
            case 0 -> RemittanceSamples.file(RemittanceSamples.draw(draw));
            case 1 -> ClaimSamples.file(ClaimSamples.draw(draw));
            case 2 -> AcknowledgementSamples.file(AcknowledgementSamples.group(draw));
            default -> AcknowledgementSamples.file(AcknowledgementSamples.claims(draw));
        };
    }

    private static void readEveryWay(byte[] file) {
        tolerate(() -> EnvelopeScan.of(new ByteArrayInputStream(file)));
        tolerate(() -> RemittanceScan.of(new ByteArrayInputStream(file)));
        tolerate(() -> Examination.of(new ByteArrayInputStream(file)));
        tolerate(() -> {
            RemittanceReader reader = new RemittanceReader(new ByteArrayInputStream(file), true);
            for (RemittanceEvent event = reader.next(); event != null; event = reader.next()) {
                if (event instanceof ClaimPayment claim) {
                    Balancing.prove(claim);
                    Balancing.patientResponsibilityCents(claim);
                    claim.serviceDate();
                    claim.remarkCodes();
                }
            }
        });
        tolerate(() -> {
            ClaimReader reader = new ClaimReader(new ByteArrayInputStream(file));
            while (reader.next() != null) {
                // the records are made; that is all
            }
        });
        tolerate(() -> {
            AcknowledgementReader reader = new AcknowledgementReader(new ByteArrayInputStream(file));
            while (reader.next() != null) {
                // the records are made; that is all
            }
        });
    }

    private static void tolerate(Runnable reading) {
        try {
            reading.run();
        } catch (X12Exception declared) {
            assertThat(declared.issues()).isNotEmpty();
        }
    }

    private static InputStream inPieces(byte[] bytes, int piece) {
        return new ByteArrayInputStream(bytes) {
            @Override
            public synchronized int read(byte[] into, int offset, int length) {
                return super.read(into, offset, Math.min(piece, length));
            }
        };
    }
}
