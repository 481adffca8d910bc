package dev.superbill.x12.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.x12.Delimiters;
import dev.superbill.x12.Files;
import dev.superbill.x12.Property;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemittanceRoundTripTest {
    private static final String PLACE = ".*(position|ordinal|interchange|group|header)";

    @Test
    void readsWhatItWrote() {
        Property.holds(60, draw -> {
            RemittanceSamples.Remittance written = RemittanceSamples.draw(draw);

            RemittanceSamples.Remittance read = read(RemittanceSamples.file(written));

            assertThat(read)
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes(PLACE)
                    .isEqualTo(written);
        });
    }

    @Test
    void readsWhateverTheDelimiters() {
        Property.holds(50, draw -> {
            RemittanceSamples.Remittance written = RemittanceSamples.draw(draw);
            Delimiters delimiters = draw.of(
                    new Delimiters('|', '!', '>', '\n'),
                    new Delimiters('*', '^', ':', '\r'),
                    new Delimiters((char) 0x1d, (char) 0x1e, (char) 0x1f, (char) 0x1c));
            byte[] file = Files.of("HP", RemittanceWriter.GUIDE, delimiters, draw.chance(50), out -> {
                RemittanceSamples.write(written, out);
            });

            RemittanceSamples.Remittance read = read(file);

            assertThat(read)
                    .usingRecursiveComparison()
                    .ignoringFieldsMatchingRegexes(PLACE)
                    .isEqualTo(written);
        });
    }

    @Test
    void provesWhatWasMadeToBalance() {
        Property.holds(200, draw -> {
            byte[] file = RemittanceSamples.file(RemittanceSamples.draw(draw));

            RemittanceScan scan = RemittanceScan.of(new ByteArrayInputStream(file));

            RemittanceScan.Transaction transaction = scan.transactions().getFirst();
            assertThat(transaction.balance()).isEqualTo(Balance.BALANCED);
            assertThat(transaction.holds()).isEmpty();
            assertThat(transaction.warnings()).isEmpty();
            assertThat(transaction.unbalancedClaims()).isZero();
        });
    }

    @Test
    void hashesTheContentWithoutControlNumberProductionDateAndDelimiters() {
        Property.holds(50, draw -> {
            RemittanceSamples.Remittance written = RemittanceSamples.draw(draw);
            String text = new String(RemittanceSamples.file(written), StandardCharsets.US_ASCII);
            String again = text.replaceFirst("ST\\*835\\*0001", "ST*835*0777")
                    .replaceFirst("\\*0001~GE", "*0777~GE")
                    .replaceFirst("DTM\\*405\\*\\d{8}", "DTM*405*20300101")
                    .replace("~", "~\r\n");
            String other = text.replaceFirst("TRN\\*1\\*\\d", "TRN*1*X");

            assertThat(hash(again)).isEqualTo(hash(text));
            assertThat(hash(other)).isNotEqualTo(hash(text));
        });
    }

    private static String hash(String file) {
        RemittanceScan scan = RemittanceScan.of(new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII)));
        assertThat(scan.transactions().getFirst().holds()).isEmpty();
        return scan.transactions().getFirst().contentHash();
    }

    private static RemittanceSamples.Remittance read(byte[] file) {
        RemittanceReader reader = new RemittanceReader(new ByteArrayInputStream(file));
        RemittanceStart start = null;
        List<ClaimPayment> claims = new ArrayList<>();
        List<ProviderAdjustment> adjustments = new ArrayList<>();
        for (RemittanceEvent event = reader.next(); event != null; event = reader.next()) {
            switch (event) {
                case RemittanceStart one -> start = one;
                case ClaimPayment claim -> claims.add(claim);
                case ProviderAdjustment adjustment -> adjustments.add(adjustment);
                case RemittanceEnd end -> assertThat(end.issues()).isEmpty();
            }
        }
        assertThat(reader.envelope().orElseThrow().issues()).isEmpty();
        return new RemittanceSamples.Remittance(start, claims, adjustments);
    }
}
