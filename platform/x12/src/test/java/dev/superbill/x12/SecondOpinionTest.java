package dev.superbill.x12;

import static org.assertj.core.api.Assertions.assertThat;

import com.imsweb.x12.reader.X12Reader;
import com.imsweb.x12.reader.X12Reader.FileType;
import dev.superbill.x12.acknowledgement.AcknowledgementSamples;
import dev.superbill.x12.claim.ClaimSamples;
import dev.superbill.x12.remittance.RemittanceSamples;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Other libraries read what is written here: StAEDI the control structure, imsweb's parser the guides. */
class SecondOpinionTest {
    private static final int FILES = 25;

    @Test
    void stAediFindsNoFaultInTheEnvelopes() throws EDIStreamException, IOException {
        for (int seed = 1; seed <= FILES; seed++) {
            Draw draw = new Draw(seed, 16);
            assertThat(faults(RemittanceSamples.file(RemittanceSamples.draw(draw))))
                    .isEmpty();
            assertThat(faults(ClaimSamples.file(ClaimSamples.draw(draw)))).isEmpty();
            assertThat(faults(AcknowledgementSamples.file(AcknowledgementSamples.group(draw))))
                    .isEmpty();
            assertThat(faults(AcknowledgementSamples.file(AcknowledgementSamples.claims(draw))))
                    .isEmpty();
        }
    }

    @Test
    void imswebFindsNoFaultInTheRemittancesAndTheClaims() throws IOException {
        for (int seed = 1; seed <= FILES; seed++) {
            Draw draw = new Draw(seed, 8);
            assertThat(faults(FileType.ANSI835_5010_X221, RemittanceSamples.file(RemittanceSamples.draw(draw))))
                    .isEmpty();
            assertThat(faults(FileType.ANSI837_5010_X222, ClaimSamples.file(ClaimSamples.draw(draw))))
                    .isEmpty();
        }
    }

    private static List<String> faults(byte[] file) throws EDIStreamException, IOException {
        List<String> faults = new ArrayList<>();
        try (EDIStreamReader reader =
                EDIInputFactory.newFactory().createEDIStreamReader(new ByteArrayInputStream(file))) {
            while (reader.hasNext()) {
                EDIStreamEvent event = reader.next();
                if (event.isError()) {
                    faults.add(event + " " + reader.getErrorType() + " at " + reader.getLocation());
                }
            }
        }
        return faults;
    }

    private static List<String> faults(FileType type, byte[] file) throws IOException {
        X12Reader reader = new X12Reader(type, new ByteArrayInputStream(file), StandardCharsets.US_ASCII);
        assertThat(reader.getLoops()).isNotEmpty();
        List<String> faults = new ArrayList<>(reader.getErrors());
        faults.addAll(reader.getFatalErrors());
        return faults;
    }
}
