package dev.superbill.x12.remittance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.x12.Draw;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.X12Issue;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What holds a transaction, what holds a claim, and what holds nothing. */
class RemittanceScanTest {
    @Test
    void aBadAmountInTheHeaderHoldsTheTransaction() {
        RemittanceScan.Transaction transaction = scan(file().replaceFirst("BPR\\*(.)\\*", "BPR*$1*1E"));

        assertThat(transaction.holds()).extracting(X12Issue::code).contains(IssueCode.BAD_AMOUNT);
        assertThat(transaction.holds().getFirst().value()).startsWith("1E");
    }

    @Test
    void aBadAmountInAClaimIsToldWithTheClaimAlone() {
        String broken = file().replaceFirst("(CLP\\*[^*]*\\*[^*]*\\*)", "$1x");

        ClaimPayment claim = claims(broken).getFirst();

        assertThat(claim.issues()).singleElement().satisfies(issue -> {
            assertThat(issue.code()).isEqualTo(IssueCode.BAD_AMOUNT);
            assertThat(issue.loop()).isEqualTo("2100");
            assertThat(issue.element()).isEqualTo(3);
            assertThat(issue.position()).isEqualTo(claim.position());
        });
        assertThat(scan(broken).unbalancedClaims()).isEqualTo(1);
        assertThat(scan(broken).holds()).isEmpty();
    }

    @Test
    void aTransactionWithoutPaymentOrTraceIsIncomplete() {
        assertThat(scan(file().replaceFirst("BPR\\*[^~]*~", "")).start().incomplete())
                .isTrue();
        assertThat(scan(file().replaceFirst("TRN\\*[^~]*~", "")).start().incomplete())
                .isTrue();
        assertThat(scan(file()).start().incomplete()).isFalse();
    }

    @Test
    void aTotalThatDoesNotAgreeHoldsTheTransactionWithBothSides() {
        RemittanceScan.Transaction transaction = scan(file().replaceFirst("BPR\\*(.)\\*", "BPR*$1*1"));

        assertThat(transaction.balance()).isInstanceOf(Balance.OutOfBalance.class);
        assertThat(transaction.holds()).anySatisfy(issue -> {
            assertThat(issue.code()).isEqualTo(IssueCode.OUT_OF_BALANCE);
            assertThat(issue.segment()).isEqualTo("BPR");
            assertThat(issue.position().inFile()).isEqualTo(4);
        });
    }

    @Test
    void unknownSegmentsAreWarningsAndLoseNoClaim() {
        String file = file().replaceFirst("~CLP", "~ZZZ*1~CLP").replaceFirst("SE\\*\\d+", "SE*0");

        RemittanceScan.Transaction transaction = scan(file);

        assertThat(transaction.warnings()).extracting(X12Issue::code).containsExactly(IssueCode.UNKNOWN_SEGMENT);
        assertThat(transaction.claims()).isEqualTo(claims(file()).size());
        assertThat(transaction.holds()).extracting(X12Issue::code).containsExactly(IssueCode.SEGMENT_COUNT);
    }

    private static RemittanceScan.Transaction scan(String file) {
        return RemittanceScan.of(stream(file)).transactions().getFirst();
    }

    private static List<ClaimPayment> claims(String file) {
        RemittanceReader reader = new RemittanceReader(stream(file));
        List<ClaimPayment> claims = new ArrayList<>();
        for (RemittanceEvent event = reader.next(); event != null; event = reader.next()) {
            if (event instanceof ClaimPayment claim) {
                claims.add(claim);
            }
        }
        return claims;
    }

    private static String file() {
        return new String(RemittanceSamples.file(RemittanceSamples.draw(new Draw(28, 16))), StandardCharsets.US_ASCII);
    }

    private static ByteArrayInputStream stream(String file) {
        return new ByteArrayInputStream(file.getBytes(StandardCharsets.US_ASCII));
    }
}
