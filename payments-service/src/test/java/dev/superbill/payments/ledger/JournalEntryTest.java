package dev.superbill.payments.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JournalEntryTest {

    private static final Document DOCUMENT =
            new Document(new UUID(1, 1), "remittance:a/1", LocalDate.of(2026, 11, 24), "test");

    @Test
    void refusesWhatDoesNotSumToZero() {
        assertThatThrownBy(() -> DOCUMENT.entry(
                        "1",
                        "m",
                        List.of(
                                new Posting(AccountCode.CLEARING, Money.ofCents(5), Concern.NONE, null),
                                new Posting(AccountCode.UNAPPLIED, Money.ofCents(-4), Concern.NONE, null))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> DOCUMENT.entry("1", "m", List.of())).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void refusesAReceivableOfNobody() {
        assertThatThrownBy(() -> new Posting(AccountCode.PAYER_RECEIVABLE, Money.ofCents(5), Concern.NONE, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Posting(AccountCode.PATIENT_RECEIVABLE, Money.ofCents(5), Concern.NONE, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void makesTheSameEntryFromTheSameDocument() {
        assertThat(move("plb/1", 120)).isEqualTo(move("plb/1", 120));
        assertThat(move("plb/1", 120).id()).isNotEqualTo(move("plb/2", 120).id());
    }

    @Test
    void movesANegativeAmountTheOtherWayRoundAndZeroNotAtAll() {
        assertThat(move("plb/1", -135).amountOn(AccountCode.CLEARING)).isEqualTo(Money.ofCents(135));
        assertThat(DOCUMENT.move("1", "m", AccountCode.INTEREST, AccountCode.CLEARING, Money.ZERO, Concern.NONE, null))
                .isEmpty();
    }

    @Test
    void contradictsAnEntryExactly() {
        JournalEntry original = move("plb/1", 120);
        JournalEntry contra = DOCUMENT.contra(original);
        assertThat(contra.amountOn(AccountCode.CLEARING))
                .isEqualTo(original.amountOn(AccountCode.CLEARING).negated());
        assertThat(contra.postings()).hasSameSizeAs(original.postings());
    }

    @ParameterizedTest
    @CsvSource({
        "WO,recoupment",
        "72,recoupment",
        "FB,forwarding",
        "L6,interest",
        "CS,provider-adjustment.CS",
        "cs,provider-adjustment.CS",
        "50,provider-adjustment.50",
        "?,provider-adjustment.OTHER"
    })
    void knowsTheAccountOfAProviderAdjustment(String reason, String account) {
        assertThat(AccountCode.ofProviderAdjustment(reason).value()).isEqualTo(account);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "ar", "AR.PAYER", "provider-adjustment.", "provider-adjustment.a b", "bank; drop"})
    void refusesAccountsThatTheChartDoesNotHave(String code) {
        assertThatThrownBy(() -> new AccountCode(code)).isInstanceOf(IllegalArgumentException.class);
    }

    private static JournalEntry move(String name, long cents) {
        return DOCUMENT.move(
                        name,
                        "m",
                        AccountCode.RECOUPMENT,
                        AccountCode.CLEARING,
                        Money.ofCents(cents),
                        Concern.NONE,
                        null)
                .orElseThrow();
    }
}
