package dev.superbill.payments.ledger;

import dev.superbill.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * An entry of the journal: what is debited and credited together.
 *
 * @param id follows from its document and its place in it (UUIDv5), so that posting it again is no second entry
 * @param businessDate the day it belongs to; once posted, never a closed one
 * @param source the document or command, shared by all its entries, such as {@code remittance:{id}/{ordinal}}
 * @param memo what happened, without a patient's data; cut where it is longer than the books take
 * @param who a user, {@code event:<consumer>} or {@code job:<name>}
 * @param postings two or more, which sum to zero
 */
public record JournalEntry(
        UUID id, LocalDate businessDate, String source, String memo, String who, List<Posting> postings) {

    private static final int LONGEST_MEMO = 500;

    public JournalEntry {
        memo = memo.length() <= LONGEST_MEMO ? memo : memo.substring(0, LONGEST_MEMO - 1) + "…";
        postings = List.copyOf(postings);
        if (postings.size() < 2) {
            throw new IllegalArgumentException("An entry has two postings or more");
        }
        if (!Money.sum(postings.stream().map(Posting::amount).toList()).isZero()) {
            throw new IllegalArgumentException("The postings of an entry sum to zero");
        }
        if (source.isEmpty()) {
            throw new IllegalArgumentException("An entry names its source");
        }
    }

    /** What this entry posts to an account, zero when nothing. */
    public Money amountOn(AccountCode account) {
        return Money.sum(postings.stream()
                .filter(posting -> posting.account().equals(account))
                .map(Posting::amount)
                .toList());
    }
}
