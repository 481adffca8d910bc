package dev.superbill.payments.ledger;

import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.trace.Span;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The way onto the books, and the way to find what stands on them. */
@ApplicationScoped
public class Ledger {

    /** Bounds the arrays of one statement; an entry is never torn between two. */
    private static final int ENTRIES_A_STATEMENT = 2_000;

    private static final int MOST_TRACED = 20;
    private static final AttributeKey<List<String>> ENTRIES = AttributeKey.stringArrayKey("superbill.journal.entries");

    private final AgroalDataSource dataSource;

    Ledger(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Posts entries in the running transaction. An entry that is on the books already (by its id) is passed over, so
     * that a repetition changes nothing. An entry of a closed day goes to the next open one.
     *
     * @return the ids of those that were new
     */
    @Transactional(TxType.MANDATORY)
    public Set<UUID> post(Collection<JournalEntry> entries) {
        if (entries.isEmpty()) {
            return Set.of();
        }
        // in the order of ids: two transactions that post the same entries wait for each other and do not deadlock
        List<JournalEntry> sorted =
                entries.stream().sorted(Comparator.comparing(JournalEntry::id)).toList();
        try (Connection connection = dataSource.getConnection()) {
            LocalDate firstOpenDay = ClosedDays.firstOpenDay(connection);
            Set<UUID> posted = new HashSet<>();
            for (int from = 0; from < sorted.size(); from += ENTRIES_A_STATEMENT) {
                List<JournalEntry> part = sorted.subList(from, Math.min(from + ENTRIES_A_STATEMENT, sorted.size()));
                Map<UUID, Long> sequences = JournalTable.insertEntries(connection, part, firstOpenDay);
                List<JournalEntry> fresh = part.stream()
                        .filter(entry -> sequences.containsKey(entry.id()))
                        .toList();
                JournalTable.insertPostings(connection, fresh, sequences, firstOpenDay);
                posted.addAll(sequences.keySet());
            }
            trace(posted);
            return posted;
        } catch (SQLException e) {
            throw new IllegalStateException("The entries could not be posted", e);
        }
    }

    /** A trace that led here says which entries it has put on the books: the first ones, a file may have thousands. */
    private static void trace(Set<UUID> posted) {
        Span span = Span.current();
        if (span.isRecording() && !posted.isEmpty()) {
            span.addEvent(
                    "posted",
                    Attributes.of(
                            ENTRIES,
                            posted.stream()
                                    .sorted()
                                    .limit(MOST_TRACED)
                                    .map(UUID::toString)
                                    .toList()));
        }
    }

    /** The entries with these ids, in the order of posting; ids that are not on the books are passed over. */
    @Transactional
    public List<JournalEntry> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? List.of()
                : page(new EntrySearch(null, null, null, List.copyOf(ids)), 0, Integer.MAX_VALUE).stream()
                        .map(PostedEntry::entry)
                        .toList();
    }

    /** A part of the entries that are searched, in the order of posting. */
    @Transactional
    List<PostedEntry> page(EntrySearch search, long afterSequence, int limit) {
        try (Connection connection = dataSource.getConnection()) {
            return JournalTable.find(connection, search, afterSequence, limit);
        } catch (SQLException e) {
            throw new IllegalStateException("The entries could not be read", e);
        }
    }
}
