package dev.superbill.claims.submission;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimsFileTest {

    @Test
    void writesATelephoneNumberWithoutCountryAndExtension() {
        assertThat(List.of("+1 (555) 555-0100", "555.555.0100 x12", "555-555-0100 ext. 9"))
                .extracting(ClaimsFile::telephone)
                .containsOnly("5555550100");
    }

    @Test
    void givesTransactionsOfDifferentPairsDifferentNumbers() {
        assertThat(List.of("CLEAR1", "OTHER2"))
                .extracting(receiver -> new AllocatedNumbers("MAPLE01", receiver, 1, 1, 1, 1).submission(1))
                .doesNotHaveDuplicates()
                .allSatisfy(number -> assertThat(number).hasSizeLessThanOrEqualTo(30));
    }
}
