package dev.superbill.payments.ledger;

import dev.superbill.kernel.Money;
import dev.superbill.kernel.UuidV5;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What entries are made from: a transaction of a remittance, a charge, a person's command. It gives its entries their
 * ids, so that the same document read again makes the same entries.
 *
 * @param id the namespace of the entries' ids
 * @param source the text that the entries carry, such as {@code remittance:{id}/{ordinal}}
 * @param businessDate the day of the document; a closed day becomes the next open one when it is posted
 * @param who a user, {@code event:<consumer>} or {@code job:<name>}
 */
public record Document(UUID id, String source, LocalDate businessDate, String who) {

    /** The same with the day of what follows from it later. */
    public Document on(LocalDate day) {
        return new Document(id, source, day, who);
    }

    /**
     * An entry of this document.
     *
     * @param name its place in the document, such as {@code claim/3/line/1/CO-45}: unique in the document
     */
    public JournalEntry entry(String name, String memo, List<Posting> postings) {
        return new JournalEntry(UuidV5.of(id, name), businessDate, source, memo, who, postings);
    }

    /**
     * Moves an amount from one account to another: debits the one, credits the other. A negative amount does it the
     * other way round, zero is no entry.
     *
     * @param name its place in the document, unique in it
     */
    public Optional<JournalEntry> move(
            String name,
            String memo,
            AccountCode debit,
            AccountCode credit,
            Money amount,
            Concern concern,
            @Nullable String reference) {
        return move(name, memo, debit, concern, credit, concern, amount, reference);
    }

    /** {@link #move(String, String, AccountCode, AccountCode, Money, Concern, String)} where the sides differ in whom they concern. */
    public Optional<JournalEntry> move(
            String name,
            String memo,
            AccountCode debit,
            Concern debitConcern,
            AccountCode credit,
            Concern creditConcern,
            Money amount,
            @Nullable String reference) {
        if (amount.isZero()) {
            return Optional.empty();
        }
        return Optional.of(entry(
                name,
                memo,
                List.of(
                        new Posting(debit, amount, debitConcern, reference),
                        new Posting(credit, amount.negated(), creditConcern, reference))));
    }

    /** The exact contra of an entry, as an entry of this document. */
    public JournalEntry contra(JournalEntry original) {
        return entry(
                "contra/" + original.id(),
                "Reversal of entry " + original.id(),
                original.postings().stream().map(Posting::contra).toList());
    }
}
