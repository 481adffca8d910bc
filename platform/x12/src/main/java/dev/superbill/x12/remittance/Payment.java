package dev.superbill.x12.remittance;

import dev.superbill.x12.Position;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * BPR, the financial information of a transaction.
 *
 * @param position where it stands
 * @param handlingCode BPR01: {@code I} payment and remittance, {@code H} notification only …
 * @param amountCents BPR02 in cents
 * @param creditDebit BPR03: {@code C} credit, {@code D} debit
 * @param method BPR04: {@code ACH}, {@code CHK}, {@code NON}, {@code FWT}, {@code BOP}
 * @param format BPR05: {@code CCP} CCD+, {@code CTX}
 * @param payerAccount BPR06 to BPR09; null when absent
 * @param originatingCompany BPR10: {@code 1} and the payer's tax id
 * @param supplementalCode BPR11
 * @param payeeAccount BPR12 to BPR15; null when absent
 * @param date BPR16, the date of payment; null when absent or unreadable
 */
public record Payment(
        Position position,
        String handlingCode,
        long amountCents,
        String creditDebit,
        String method,
        String format,
        @Nullable BankAccount payerAccount,
        String originatingCompany,
        String supplementalCode,
        @Nullable BankAccount payeeAccount,
        @Nullable LocalDate date) {

    /**
     * A bank account.
     *
     * @param bankQualifier {@code 01} ABA routing number
     * @param bank routing number
     * @param accountQualifier {@code DA} demand deposit, {@code SG} savings
     * @param account account number
     */
    public record BankAccount(String bankQualifier, String bank, String accountQualifier, String account) {}

    /** A payment by check, dated. */
    public static Payment check(long amountCents, LocalDate date) {
        return new Payment(Position.NONE, "I", amountCents, "C", "CHK", "", null, "", "", null, date);
    }

    /** A remittance without payment (BPR01 H, BPR04 NON; X12 RFI 2228). */
    public static Payment none(LocalDate date) {
        return new Payment(Position.NONE, "H", 0, "C", "NON", "", null, "", "", null, date);
    }

    /** A payment by ACH in CCD+. */
    public static Payment ach(
            long amountCents, BankAccount payer, String originatingCompany, BankAccount payee, LocalDate date) {
        return new Payment(
                Position.NONE, "I", amountCents, "C", "ACH", "CCP", payer, originatingCompany, "", payee, date);
    }
}
