package dev.superbill.payments.receivable;

import dev.superbill.kernel.Money;
import dev.superbill.payments.ledger.JournalEntry;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Work on claims' accounts within one transaction: each account is read once, locked until the transaction ends, and
 * written once by {@link #finish} together with all entries. Not for use by several threads.
 *
 * <p>Whoever locks accounts in several steps may meet another transaction that does it in another order; PostgreSQL then
 * ends one of the two with SQL state 40P01, and the caller repeats its transaction.
 */
public final class PostingSession {

    private final ClaimAccounts accounts;
    private final Map<String, ClaimAccount> loaded = new LinkedHashMap<>();
    private final Set<String> absent = new TreeSet<>();
    private final Map<UUID, JournalEntry> entries = new LinkedHashMap<>();

    PostingSession(ClaimAccounts accounts) {
        this.accounts = accounts;
    }

    /** Reads and locks the accounts of many claims at once; those that do not exist are passed over. */
    public void prefetch(Collection<String> controlNumbers) {
        Set<String> wanted = new TreeSet<>(controlNumbers);
        wanted.removeAll(loaded.keySet());
        wanted.removeAll(absent);
        if (!wanted.isEmpty()) {
            keep(accounts.lock(wanted));
            wanted.stream().filter(number -> !loaded.containsKey(number)).forEach(absent::add);
        }
    }

    /** The account of a claim by its patient control number (CLP01), locked. */
    public Optional<ClaimAccount> byControlNumber(String controlNumber) {
        prefetch(List.of(controlNumber));
        return Optional.ofNullable(loaded.get(controlNumber));
    }

    /** The accounts of claims to which a payer gave this number (CLP07), locked. */
    public List<ClaimAccount> byPayerControlNumber(String payerControlNumber) {
        return all(
                accounts.numbersOfPayerControlNumber(payerControlNumber),
                account -> account.isKnownAs(payerControlNumber));
    }

    /** The accounts of claims of a member with this first day of service and this whole charge, locked. */
    public List<ClaimAccount> byMember(String memberId, LocalDate serviceDate, Money charge) {
        return all(
                accounts.numbersOfMember(memberId, serviceDate, charge),
                account -> account.isOfMember(memberId, serviceDate, charge));
    }

    /** Remembers entries for {@link #finish}. */
    public void add(Collection<JournalEntry> more) {
        for (JournalEntry entry : more) {
            if (entries.putIfAbsent(entry.id(), entry) != null) {
                throw new IllegalStateException("Two entries of a session have the id " + entry.id());
            }
        }
    }

    /** Entries by their ids: those of this session, which are not on the books yet, and those of the books. */
    public List<JournalEntry> entries(Collection<UUID> ids) {
        Map<UUID, JournalEntry> found = new LinkedHashMap<>();
        accounts.posted(ids.stream().filter(id -> !entries.containsKey(id)).toList())
                .forEach(entry -> found.put(entry.id(), entry));
        return ids.stream()
                .map(id -> Optional.ofNullable(entries.get(id)).or(() -> Optional.ofNullable(found.get(id))))
                .flatMap(Optional::stream)
                .toList();
    }

    /**
     * Posts the entries, writes the accounts that changed and tells of them. Afterwards the session is empty.
     *
     * @throws IllegalStateException when one of the entries is on the books already: the accounts would count it twice
     */
    public void finish() {
        accounts.book(List.copyOf(entries.values()), List.copyOf(loaded.values()));
        entries.clear();
        loaded.clear();
        absent.clear();
    }

    /** Takes in an account that has no row yet. */
    ClaimAccount open(ClaimAccount account) {
        loaded.put(account.controlNumber(), account);
        absent.remove(account.controlNumber());
        return account;
    }

    /** The accounts that the database has found, and those of this session that it cannot know yet. */
    private List<ClaimAccount> all(List<String> found, Predicate<ClaimAccount> fits) {
        prefetch(found);
        return Stream.concat(
                        found.stream().map(loaded::get).filter(Objects::nonNull),
                        loaded.values().stream().filter(fits))
                .distinct()
                .toList();
    }

    private void keep(List<ClaimAccount> found) {
        found.forEach(account -> loaded.putIfAbsent(account.controlNumber(), account));
    }
}
