package dev.superbill.claims.submission;

import static org.assertj.core.api.Assertions.assertThat;

import com.imsweb.x12.reader.X12Reader;
import com.imsweb.x12.reader.X12Reader.FileType;
import dev.superbill.claims.claim.ClaimForSubmission;
import dev.superbill.claims.submission.partner.TradingPartnerView;
import dev.superbill.claims.submission.partner.UsageIndicator;
import dev.superbill.x12.acknowledgement.Examination;
import io.xlate.edi.stream.EDIInputFactory;
import io.xlate.edi.stream.EDIStreamEvent;
import io.xlate.edi.stream.EDIStreamException;
import io.xlate.edi.stream.EDIStreamReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Goal: whatever a practice sends is valid. Method: claims of every kind from a seed, read by the library's own
 * examination, by two other libraries, and rule by rule; the files stay in {@code target/837p} for further validators.
 */
class ClaimVarietyTest {

    private static final int VISITS = 40;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void writesNothingThatAReceiverRefuses(long seed) throws IOException, EDIStreamException {
        byte[] file = file(seed);

        Path folder = Files.createDirectories(Path.of("target", "837p"));
        Files.write(folder.resolve(seed + ".x12"), file);
        assertThat(StrictGuide.faults(text(file))).isEmpty();
        assertThat(Examination.of(new ByteArrayInputStream(file)).answers())
                .allSatisfy(answer -> assertThat(answer.groups())
                        .allSatisfy(group -> assertThat(group.code()).isEqualTo("A")));
        assertThat(faultsOfEnvelope(file)).isEmpty();
        assertThat(faultsOfGuide(file)).isEmpty();
    }

    /** The strict reading would be worth nothing if it passed over a spoiled file. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "SBR\\*S\\*            | SBR*P*            | SBR01",
                "HL\\*3\\*             | HL*9*             | HL01",
                "\\*22\\*1~            | *22*0~            | HL04",
                "DTP\\*573[^~]*~        | ''                | DTP*573",
                "AMT\\*D\\*[^~]*~       | ''                | AMT*D",
                "CAS\\*CO\\*45\\*\\d+  | CAS*CO*45*1       | SVD02",
                "DMG\\*[^~]*~          | ''                | DMG",
                ":B:1\\*              | :B:6*             | CLM05-3",
                "REF\\*F8\\*ICN-77[^~]*~ | ''              | REF*F8",
                "N4\\*SAINT-ETIENNE\\*NY\\*121800002 | N4*TROY*NY*12180 | N403",
                "REF\\*6R\\*[^~]*~      | ''                | REF*6R",
                "DTP\\*439[^~]*~        | ''                | DTP*439",
                "DTP\\*435[^~]*~        | ''                | DTP*435",
                "N3\\*1 MAIN ST        | N3*PO BOX 1       | street",
                "\\*UN\\*1\\*           | *UN*1.0*          | needless"
            })
    void readsStrictly(String wanted, String spoiled, String rule) {
        String file = text(file(1)) + text(file(2)) + text(file(3));
        assertThat(StrictGuide.faults(file.replaceFirst(wanted, spoiled)))
                .as("%s is spoiled", wanted)
                .anyMatch(fault -> fault.contains(rule));
    }

    private static String text(byte[] file) {
        return new String(file, StandardCharsets.US_ASCII);
    }

    private static byte[] file(long seed) {
        ClaimVariety variety = new ClaimVariety(seed);
        List<WrittenClaim> claims = new ArrayList<>();
        for (ClaimForSubmission claim : variety.visits(VISITS)) {
            claims.add(new WrittenClaim(claim.claimId(), ClaimMapping.map(claim)));
        }
        AllocatedNumbers numbers = new AllocatedNumbers("MAPLE01", "CLEAR1", seed, seed, 2 * seed, 2);
        ClaimsFile.Open file =
                new ClaimsFile(partner(), variety.practice(), LocalDateTime.of(2026, 11, 24, 9, 30)).open(numbers);
        int half = claims.size() / 2;
        for (int transaction = 1; transaction <= 2; transaction++) {
            file.startTransaction(numbers, transaction);
            claims.subList(transaction == 1 ? 0 : half, transaction == 1 ? half : claims.size())
                    .forEach(file::add);
            file.finishTransaction();
        }
        return file.finish().content();
    }

    private static List<String> faultsOfEnvelope(byte[] file) throws IOException, EDIStreamException {
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

    private static List<String> faultsOfGuide(byte[] file) throws IOException {
        X12Reader reader =
                new X12Reader(FileType.ANSI837_5010_X222, new ByteArrayInputStream(file), StandardCharsets.US_ASCII);
        assertThat(reader.getLoops()).isNotEmpty();
        List<String> faults = new ArrayList<>(reader.getErrors());
        faults.addAll(reader.getFatalErrors());
        return faults;
    }

    private static TradingPartnerView partner() {
        return new TradingPartnerView(
                new UUID(5, 1),
                "Clearwater",
                "CLEAR1",
                "ZZ",
                "MAPLE01",
                "ZZ",
                "127.0.0.1",
                22,
                "SHA256:x",
                "out",
                "in",
                true,
                UsageIndicator.T,
                List.of(),
                0);
    }
}
