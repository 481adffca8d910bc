package dev.superbill.claims.submission;

import dev.superbill.x12.ControlNumbers;

/**
 * The control numbers of one interchange; each was never given out before under its pair of sender and receiver.
 *
 * @param interchange ISA13
 * @param group GS06
 * @param firstTransaction ST02 of the first transaction; the others follow
 * @param transactions how many transactions there are
 */
record AllocatedNumbers(long interchange, long group, long firstTransaction, int transactions) {

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

    /** BHT03 of a transaction: 18 digits, unlike those of every other transaction; a 277CA repeats it in TRN02. */
    String submission(int ordinal) {
        return interchangeText() + transactionText(ordinal);
    }

    /** The file's name at the partner: the same for every attempt, another for every interchange. */
    String fileName(String senderId) {
        return "837P-" + senderId.replaceAll("[^A-Za-z0-9-]", "-") + "-" + interchangeText() + ".x12";
    }
}
