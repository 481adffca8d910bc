package dev.superbill.payments.receivable;

import dev.superbill.payments.ledger.JournalEntry;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
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
    private final Map<String, Set<String>> byPayerNumber = new HashMap<>();
    private final Map<MemberCharge, Set<String>> byMember = new HashMap<>();
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

    /**
     * Looks up at once what {@link #byPayerControlNumber} and {@link #byMember} will be asked, and locks the accounts in
     * the one order in which everybody locks them.
     *
     * @return the control numbers of the accounts that were found
     */
    public Set<String> prefetch(Collection<String> payerControlNumbers, Collection<MemberCharge> members) {
        Set<String> found = new TreeSet<>();
        Set<String> newNumbers = new HashSet<>(payerControlNumbers);
        newNumbers.removeAll(byPayerNumber.keySet());
        if (!newNumbers.isEmpty()) {
            newNumbers.forEach(number -> byPayerNumber.put(number, new TreeSet<>()));
            accounts.numbersByPayerNumber(newNumbers).forEach((number, numbers) -> {
                byPayerNumber.put(number, numbers);
                found.addAll(numbers);
            });
        }
        Set<MemberCharge> newMembers = new HashSet<>(members);
        newMembers.removeAll(byMember.keySet());
        if (!newMembers.isEmpty()) {
            newMembers.forEach(member -> byMember.put(member, new TreeSet<>()));
            accounts.numbersByMember(newMembers).forEach((member, numbers) -> {
                byMember.put(member, numbers);
                found.addAll(numbers);
            });
        }
        prefetch(found);
        return found;
    }

    /** The accounts of claims to which a payer gave this number (CLP07), locked. */
    public List<ClaimAccount> byPayerControlNumber(String payerControlNumber) {
        prefetch(Set.of(payerControlNumber), Set.of());
        return all(
                byPayerNumber.getOrDefault(payerControlNumber, Set.of()),
                account -> isKnownAs(account, payerControlNumber));
    }

    /** The accounts of claims that fit a description, locked. */
    public List<ClaimAccount> byMember(MemberCharge claim) {
        prefetch(Set.of(), Set.of(claim));
        return all(byMember.getOrDefault(claim, Set.of()), account -> isMeant(account, claim));
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
        byPayerNumber.clear();
        byMember.clear();
    }

    /** Takes in an account that has no row yet. */
    ClaimAccount open(ClaimAccount account) {
        loaded.put(account.controlNumber(), account);
        absent.remove(account.controlNumber());
        return account;
    }

    /** The accounts that the database has found, and those of this session that it cannot know yet. */
    private List<ClaimAccount> all(Set<String> found, Predicate<ClaimAccount> fits) {
        return Stream.concat(
                        found.stream().map(loaded::get).filter(Objects::nonNull),
                        loaded.values().stream().filter(fits))
                .distinct()
                .toList();
    }

    private static boolean isKnownAs(ClaimAccount account, String payerControlNumber) {
        return account.receivables().stream().anyMatch(each -> payerControlNumber.equals(each.payerControlNumber()));
    }

    private static boolean isMeant(ClaimAccount account, MemberCharge claim) {
        return account.serviceDate().equals(claim.serviceDate())
                && account.charge().equals(claim.charge())
                && account.receivables().stream()
                        .map(Receivable::memberId)
                        .anyMatch(member -> member != null && member.is(claim.memberId()));
    }

    private void keep(List<ClaimAccount> found) {
        found.forEach(account -> loaded.putIfAbsent(account.controlNumber(), account));
    }
}
