package dev.superbill.claims.submission;

import dev.superbill.x12.ControlNumbers;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.zip.CRC32C;

/**
 * The control numbers of one interchange; each was never given out before under its pair of sender and receiver.
 *
 * @param senderId ISA06
 * @param receiverId ISA08
 * @param interchange ISA13
 * @param group GS06
 * @param firstTransaction ST02 of the first transaction; the others follow
 * @param transactions how many transactions there are
 */
record AllocatedNumbers(
        String senderId, String receiverId, long interchange, long group, long firstTransaction, int transactions) {

    /** The same with one transaction more, which has the next number. */
    AllocatedNumbers withOneMore() {
        return new AllocatedNumbers(senderId, receiverId, interchange, group, firstTransaction, transactions + 1);
    }

    /** ISA13 as text, nine digits. */
    String interchangeText() {
        return ControlNumbers.nineDigits(interchange);
    }

    /** ST02 of a transaction. */
    long transaction(int ordinal) {
        if (ordinal < 1 || ordinal > transactions) {
            throw new IllegalArgumentException("There is no transaction " + ordinal);
        }
        return firstTransaction + ordinal - 1;
    }

    /** ST02 as text, nine digits. */
    String transactionText(int ordinal) {
        return ControlNumbers.nineDigits(transaction(ordinal));
    }

    /**
     * BHT03 of a transaction, unlike those of every other transaction: two numbers of nine digits, and eight characters for
     * the pair, because the numbers of every pair begin with 1 and a 277CA names its transaction by this alone (TRN02).
     * With 26 characters it stays within the 30 that the guide allows.
     */
    String submission(int ordinal) {
        return interchangeText() + transactionText(ordinal) + pair();
    }

    private String pair() {
        CRC32C checksum = new CRC32C();
        checksum.update((senderId + '\n' + receiverId).getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "%08X", checksum.getValue());
    }

    /** The file's name at the partner: the same for every attempt, another for every interchange. */
    String fileName() {
        return "837P-" + senderId.replaceAll("[^A-Za-z0-9-]", "-") + "-" + interchangeText() + ".x12";
    }
}
