package dev.superbill.payments.ledger;

import dev.superbill.kernel.Money;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The journal's rows. A batch is one statement over arrays: the database then checks and totals it once. */
final class JournalTable {

    /** The source of no entry, but of all transactions of a remittance. */
    private static final Pattern FILE = Pattern.compile("remittance:[^/]+");

    private static final String INSERT_ENTRIES = """
            insert into journal_entry (id, business_date, source, memo, who)
            select * from unnest(?::uuid[], ?::date[], ?::text[], ?::text[], ?::text[])
            on conflict (practice_id, id) do nothing
            returning id, sequence
            """;
    private static final String INSERT_POSTINGS = """
            insert into posting (entry_sequence, ordinal, business_date, account, amount_cents, claim_id, encounter_id,
              patient_id, payer_id, payer_rank, control_number, aged_from, reference)
            select * from unnest(?::bigint[], ?::smallint[], ?::date[], ?::text[], ?::bigint[], ?::uuid[], ?::uuid[],
              ?::uuid[], ?::uuid[], ?::smallint[], ?::text[], ?::date[], ?::text[])
            """;
    private static final String SELECT = """
            select e.sequence, e.id, e.business_date, e.source, e.memo, e.who, p.account, p.amount_cents, p.claim_id,
              p.encounter_id, p.patient_id, p.payer_id, p.payer_rank, p.control_number, p.aged_from, p.reference
            from (select * from journal_entry e where %s order by e.sequence limit ?) e
            -- looked up for each entry: for a practice that statistics do not know yet a join would read all postings
            cross join lateral (select * from posting p where p.practice_id = e.practice_id and p.entry_sequence = e.sequence offset 0) p
            order by e.sequence, p.ordinal
            """;

    private JournalTable() {}

    /** Inserts entries without their postings; gives the places of those that were new. */
    static Map<UUID, Long> insertEntries(Connection connection, List<JournalEntry> entries, LocalDate firstOpenDay)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(INSERT_ENTRIES)) {
            setArray(insert, 1, "uuid", entries, JournalEntry::id);
            setArray(insert, 2, "date", entries, entry -> openDay(entry, firstOpenDay));
            setArray(insert, 3, "text", entries, JournalEntry::source);
            setArray(insert, 4, "text", entries, JournalEntry::memo);
            setArray(insert, 5, "text", entries, JournalEntry::who);
            Map<UUID, Long> sequences = new HashMap<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    sequences.put(rows.getObject(1, UUID.class), rows.getLong(2));
                }
            }
            return sequences;
        }
    }

    static void insertPostings(
            Connection connection, List<JournalEntry> entries, Map<UUID, Long> sequences, LocalDate firstOpenDay)
            throws SQLException {
        List<Row> rows = new ArrayList<>();
        for (JournalEntry entry : entries) {
            long sequence = sequences.getOrDefault(entry.id(), 0L);
            LocalDate day = openDay(entry, firstOpenDay);
            for (int i = 0; i < entry.postings().size(); i++) {
                rows.add(new Row(sequence, i + 1, day, entry.postings().get(i)));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement(INSERT_POSTINGS)) {
            setArray(insert, 1, "bigint", rows, Row::sequence);
            setArray(insert, 2, "smallint", rows, Row::ordinal);
            setArray(insert, 3, "date", rows, Row::day);
            setArray(insert, 4, "text", rows, row -> row.posting().account().value());
            setArray(insert, 5, "bigint", rows, row -> row.posting().amount().cents());
            setArray(insert, 6, "uuid", rows, row -> row.concern().claimId());
            setArray(insert, 7, "uuid", rows, row -> row.concern().encounterId());
            setArray(insert, 8, "uuid", rows, row -> row.concern().patientId());
            setArray(insert, 9, "uuid", rows, row -> row.concern().payerId());
            setArray(insert, 10, "smallint", rows, row -> row.concern().payerRank());
            setArray(insert, 11, "text", rows, row -> row.concern().controlNumber());
            setArray(insert, 12, "date", rows, row -> row.concern().serviceDate());
            setArray(insert, 13, "text", rows, row -> row.posting().reference());
            insert.executeUpdate();
        }
    }

    static List<PostedEntry> find(Connection connection, EntrySearch search, long afterSequence, int limit)
            throws SQLException {
        StringBuilder where = new StringBuilder("e.sequence > ?");
        List<Object> values = new ArrayList<>(List.of(afterSequence));
        if (search.source() != null) {
            if (FILE.matcher(search.source()).matches()) {
                // a file's entries are its transactions': remittance:{id}/1 …; '0' follows '/' in the "C" collation
                where.append(" and e.source >= ? and e.source < ?");
                values.addAll(List.of(search.source() + "/", search.source() + "0"));
            } else {
                where.append(" and e.source = ?");
                values.add(search.source());
            }
        }
        if (search.account() != null && search.isByAccountAlone()) {
            // walks the account's index and stops at the limit, however many entries the account has
            where.append(" and e.sequence in (select distinct p.entry_sequence from posting p where p.account = ?"
                    + " and p.entry_sequence > ? order by p.entry_sequence limit ?)");
            values.addAll(List.of(search.account().value(), afterSequence, limit));
        } else if (search.account() != null) {
            where.append(" and exists (select from posting p where p.practice_id = e.practice_id"
                    + " and p.entry_sequence = e.sequence and p.account = ?)");
            values.add(search.account().value());
        }
        if (search.claimId() != null) {
            where.append(" and e.sequence in (select p.entry_sequence from posting p where p.claim_id = ?)");
            values.add(search.claimId());
        }
        if (search.ids() != null) {
            where.append(" and e.id = any(?)");
            values.add(connection.createArrayOf("uuid", search.ids().toArray()));
        }
        try (PreparedStatement select = connection.prepareStatement(SELECT.formatted(where))) {
            for (int i = 0; i < values.size(); i++) {
                select.setObject(i + 1, values.get(i));
            }
            select.setInt(values.size() + 1, limit);
            try (ResultSet rows = select.executeQuery()) {
                return read(rows);
            }
        }
    }

    private static List<PostedEntry> read(ResultSet rows) throws SQLException {
        List<PostedEntry> found = new ArrayList<>();
        boolean more = rows.next();
        while (more) {
            long sequence = rows.getLong(1);
            UUID id = rows.getObject(2, UUID.class);
            LocalDate day = rows.getObject(3, LocalDate.class);
            String source = rows.getString(4);
            String memo = rows.getString(5);
            String who = rows.getString(6);
            List<Posting> postings = new ArrayList<>();
            do {
                postings.add(posting(rows));
                more = rows.next();
            } while (more && rows.getLong(1) == sequence);
            found.add(new PostedEntry(sequence, new JournalEntry(id, day, source, memo, who, postings)));
        }
        return found;
    }

    private static Posting posting(ResultSet row) throws SQLException {
        return new Posting(
                new AccountCode(row.getString(7)),
                Money.ofCents(row.getLong(8)),
                new Concern(
                        row.getObject(9, UUID.class),
                        row.getObject(10, UUID.class),
                        row.getObject(11, UUID.class),
                        row.getObject(12, UUID.class),
                        row.getObject(13, Integer.class),
                        row.getString(14),
                        row.getObject(15, LocalDate.class)),
                row.getString(16));
    }

    private static LocalDate openDay(JournalEntry entry, LocalDate firstOpenDay) {
        return entry.businessDate().isBefore(firstOpenDay) ? firstOpenDay : entry.businessDate();
    }

    private static <T> void setArray(
            PreparedStatement statement, int index, String type, List<T> rows, Function<T, @Nullable Object> column)
            throws SQLException {
        @Nullable Object[] values = new @Nullable Object[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        statement.setArray(index, statement.getConnection().createArrayOf(type, values));
    }

    /** A posting with what its row has of the entry. */
    private record Row(long sequence, int ordinal, LocalDate day, Posting posting) {

        Concern concern() {
            return posting.concern();
        }
    }
}
