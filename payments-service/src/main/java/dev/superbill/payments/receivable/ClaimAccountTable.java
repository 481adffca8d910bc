package dev.superbill.payments.receivable;

import dev.superbill.kernel.Money;
import dev.superbill.payments.receivable.Receivable.Figures;
import dev.superbill.phi.PracticeCipher;
import dev.superbill.platform.events.EventJson;
import dev.superbill.platform.phi.SealedTexts;
import java.nio.ByteBuffer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The rows of claims' accounts and of their receivables, read and written in batches. */
final class ClaimAccountTable {

    private static final String SELECT_ACCOUNTS = """
            select control_number, encounter_id, patient_id, version, service_date, charge_cents, patient_cents,
              coverages::text, lines::text
            from claim_account where\s""";
    private static final String SELECT_RECEIVABLES = """
            select control_number, payer_id, payer_rank, claim_id, claim_version, member_id, payer_control_number,
              assigned_cents, paid_cents, adjusted_cents, responsibility_cents, member_index
            from receivable where control_number = any(?)
            """;
    private static final String STORE_ACCOUNTS = """
            insert into claim_account as account (control_number, encounter_id, patient_id, version, service_date,
              charge_cents, patient_cents, coverages, lines)
            select * from unnest(?::text[], ?::uuid[], ?::uuid[], ?::bigint[], ?::date[], ?::bigint[], ?::bigint[],
              ?::jsonb[], ?::jsonb[])
            on conflict (practice_id, control_number) do update set version = excluded.version,
              service_date = excluded.service_date, charge_cents = excluded.charge_cents,
              patient_cents = excluded.patient_cents, coverages = excluded.coverages, lines = excluded.lines
            where account.version = excluded.version - 1
            """;
    private static final String STORE_RECEIVABLES = """
            insert into receivable (control_number, payer_id, payer_rank, claim_id, claim_version, member_id,
              payer_control_number, assigned_cents, paid_cents, adjusted_cents, responsibility_cents, member_index)
            select * from unnest(?::text[], ?::uuid[], ?::smallint[], ?::uuid[], ?::bigint[], ?::text[], ?::text[],
              ?::bigint[], ?::bigint[], ?::bigint[], ?::bigint[], ?::bytea[])
            on conflict (practice_id, control_number, payer_id, payer_rank) do update set claim_id = excluded.claim_id,
              claim_version = excluded.claim_version, member_id = excluded.member_id, member_index = excluded.member_index,
              payer_control_number = excluded.payer_control_number, assigned_cents = excluded.assigned_cents,
              paid_cents = excluded.paid_cents, adjusted_cents = excluded.adjusted_cents,
              responsibility_cents = excluded.responsibility_cents
            """;
    private static final String UPDATE_FIGURES = """
            update claim_account account set version = changed.version, patient_cents = changed.patient_cents
            from unnest(?::text[], ?::bigint[], ?::bigint[]) as changed (control_number, version, patient_cents)
            where account.control_number = changed.control_number and account.version = changed.version - 1
            """;
    private static final String NUMBERS_BY_PAYER_NUMBER =
            "select payer_control_number, control_number from receivable where payer_control_number = any(?)";
    // no joins: of a practice that statistics do not know yet the planner expects one row, and would read all for each
    private static final String CLAIMS_OF_MEMBERS = """
            select r.member_index, r.control_number,
              (select a.service_date from claim_account a
               where a.practice_id = r.practice_id and a.control_number = r.control_number),
              (select a.charge_cents from claim_account a
               where a.practice_id = r.practice_id and a.control_number = r.control_number)
            from receivable r where r.member_index = any(?)
            """;
    private static final String UNDER_OTHER_KEYS = """
            select control_number from claim_account a
            where coverages::text ~ ? or exists (select from receivable r
              where r.practice_id = a.practice_id and r.control_number = a.control_number and r.member_id ~ ?)
            order by control_number limit 200 for update of a skip locked
            """;

    private ClaimAccountTable() {}

    /** Accounts with their receivables, in the order that the condition asks for. */
    static List<ClaimAccount> select(Connection connection, PracticeCipher cipher, String where, Object... values)
            throws SQLException {
        List<AccountRow> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT_ACCOUNTS + where)) {
            for (int i = 0; i < values.length; i++) {
                select.setObject(i + 1, values[i]);
            }
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(AccountRow.of(row, cipher));
                }
            }
        }
        if (rows.isEmpty()) {
            return List.of();
        }
        Map<String, List<Receivable>> receivables = receivables(
                connection, cipher, rows.stream().map(AccountRow::controlNumber).toList());
        return rows.stream()
                .map(row -> row.account(receivables.getOrDefault(row.controlNumber(), List.of())))
                .toList();
    }

    private static Map<String, List<Receivable>> receivables(
            Connection connection, PracticeCipher cipher, List<String> controlNumbers) throws SQLException {
        Map<String, List<Receivable>> receivables = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(SELECT_RECEIVABLES)) {
            select.setArray(1, connection.createArrayOf("text", controlNumbers.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    receivables
                            .computeIfAbsent(row.getString(1), number -> new ArrayList<>())
                            .add(receivable(row, cipher));
                }
            }
        }
        return receivables;
    }

    private static Receivable receivable(ResultSet row, PracticeCipher cipher) throws SQLException {
        return new Receivable(
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getObject(4, UUID.class),
                row.getLong(5),
                Member.ofAccount(row.getString(6), row.getBytes(12), row.getString(1), cipher),
                row.getString(7),
                new Figures(
                        Money.ofCents(row.getLong(8)),
                        Money.ofCents(row.getLong(9)),
                        Money.ofCents(row.getLong(10)),
                        Money.ofCents(row.getLong(11))));
    }

    /**
     * Writes accounts and their receivables. Most only have other figures than before, and then only figures are written.
     *
     * @throws IllegalStateException when one has been changed meanwhile, which its lock should have made impossible
     */
    static void store(Connection connection, PracticeCipher cipher, List<ClaimAccount> accounts) throws SQLException {
        Map<Boolean, List<ClaimAccount>> byScope =
                accounts.stream().collect(Collectors.partitioningBy(ClaimAccount::isDescribedAnew));
        storeWhole(connection, cipher, byScope.getOrDefault(true, List.of()));
        storeFigures(connection, byScope.getOrDefault(false, List.of()));
        storeReceivables(
                connection,
                cipher,
                accounts.stream()
                        .flatMap(account -> account.receivables().stream()
                                .filter(Receivable::isChanged)
                                .map(receivable -> new Row(account, receivable)))
                        .toList());
    }

    private static void storeWhole(Connection connection, PracticeCipher cipher, List<ClaimAccount> accounts)
            throws SQLException {
        if (accounts.isEmpty()) {
            return;
        }
        try (PreparedStatement store = connection.prepareStatement(STORE_ACCOUNTS)) {
            setArray(store, 1, "text", accounts, ClaimAccount::controlNumber);
            setArray(store, 2, "uuid", accounts, ClaimAccount::encounterId);
            setArray(store, 3, "uuid", accounts, ClaimAccount::patientId);
            setArray(store, 4, "bigint", accounts, account -> account.version() + 1);
            setArray(store, 5, "date", accounts, ClaimAccount::serviceDate);
            setArray(store, 6, "bigint", accounts, account -> account.charge().cents());
            setArray(
                    store,
                    7,
                    "bigint",
                    accounts,
                    account -> account.patientBalance().cents());
            setArray(store, 8, "text", accounts, account -> Coverages.write(account, cipher, UnaryOperator.identity()));
            setArray(store, 9, "text", accounts, account -> Lines.write(account.lines()));
            checkAll(store.executeUpdate(), accounts);
        }
    }

    private static void storeFigures(Connection connection, List<ClaimAccount> accounts) throws SQLException {
        if (accounts.isEmpty()) {
            return;
        }
        try (PreparedStatement update = connection.prepareStatement(UPDATE_FIGURES)) {
            setArray(update, 1, "text", accounts, ClaimAccount::controlNumber);
            setArray(update, 2, "bigint", accounts, account -> account.version() + 1);
            setArray(
                    update,
                    3,
                    "bigint",
                    accounts,
                    account -> account.patientBalance().cents());
            checkAll(update.executeUpdate(), accounts);
        }
    }

    private static void checkAll(int written, List<ClaimAccount> accounts) {
        if (written != accounts.size()) {
            throw new IllegalStateException("An account was changed by somebody else meanwhile");
        }
    }

    private static void storeReceivables(Connection connection, PracticeCipher cipher, List<Row> rows)
            throws SQLException {
        if (rows.isEmpty()) {
            return;
        }
        try (PreparedStatement store = connection.prepareStatement(STORE_RECEIVABLES)) {
            setArray(store, 1, "text", rows, row -> row.account().controlNumber());
            setArray(store, 2, "uuid", rows, row -> row.receivable().payerId());
            setArray(store, 3, "smallint", rows, row -> row.receivable().rank());
            setArray(store, 4, "uuid", rows, row -> row.receivable().claimId());
            setArray(store, 5, "bigint", rows, row -> row.receivable().claimVersion());
            setArray(store, 6, "text", rows, row -> row.sealedMember(cipher));
            store.setArray(
                    12,
                    connection.createArrayOf(
                            "bytea",
                            rows.stream().map(row -> row.indexOfMember(cipher)).toArray(byte[][]::new)));
            setArray(store, 7, "text", rows, row -> row.receivable().payerControlNumber());
            setArray(
                    store, 8, "bigint", rows, row -> row.receivable().assigned().cents());
            setArray(store, 9, "bigint", rows, row -> row.receivable().paid().cents());
            setArray(
                    store,
                    10,
                    "bigint",
                    rows,
                    row -> row.receivable().adjusted().cents());
            setArray(
                    store,
                    11,
                    "bigint",
                    rows,
                    row -> row.receivable().patientResponsibility().cents());
            store.executeUpdate();
        }
    }

    static Map<String, Set<String>> numbersByPayerNumber(Connection connection, Collection<String> payerControlNumbers)
            throws SQLException {
        Map<String, Set<String>> numbers = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(NUMBERS_BY_PAYER_NUMBER)) {
            select.setArray(1, connection.createArrayOf("text", payerControlNumbers.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    numbers.computeIfAbsent(row.getString(1), number -> new TreeSet<>())
                            .add(row.getString(2));
                }
            }
        }
        return numbers;
    }

    static Map<MemberCharge, Set<String>> numbersByMember(
            Connection connection, PracticeCipher cipher, Set<MemberCharge> members) throws SQLException {
        Map<ByteBuffer, String> membersByIndex = new HashMap<>();
        members.stream()
                .map(MemberCharge::memberId)
                .distinct()
                .forEach(member -> cipher.indexes(Member.INDEX, member)
                        .forEach(index -> membersByIndex.put(ByteBuffer.wrap(index), member)));
        Map<MemberCharge, Set<String>> numbers = new HashMap<>();
        try (PreparedStatement select = connection.prepareStatement(CLAIMS_OF_MEMBERS)) {
            select.setArray(
                    1,
                    connection.createArrayOf(
                            "bytea",
                            membersByIndex.keySet().stream()
                                    .map(ByteBuffer::array)
                                    .toArray(byte[][]::new)));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    MemberCharge claim = new MemberCharge(
                            membersByIndex.getOrDefault(ByteBuffer.wrap(row.getBytes(1)), ""),
                            row.getObject(3, LocalDate.class),
                            Money.ofCents(row.getLong(4)));
                    if (members.contains(claim)) {
                        numbers.computeIfAbsent(claim, member -> new TreeSet<>())
                                .add(row.getString(2));
                    }
                }
            }
        }
        return numbers;
    }

    private static List<String> numbers(PreparedStatement select) throws SQLException {
        List<String> numbers = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                numbers.add(row.getString(1));
            }
        }
        return numbers;
    }

    /**
     * Seals anew the member ids of some accounts that are under another key than the active one.
     *
     * @return how many accounts; 0 when none is left
     */
    static int sealAnew(Connection connection, PracticeCipher cipher, String active) throws SQLException {
        List<String> numbers;
        try (PreparedStatement select = connection.prepareStatement(UNDER_OTHER_KEYS)) {
            String other = SealedTexts.underOtherKeyThan(active);
            select.setString(1, "\"memberId\": \"" + other);
            select.setString(2, other);
            numbers = numbers(select);
        }
        List<ClaimAccount> accounts = numbers.isEmpty()
                ? List.of()
                : select(
                        connection,
                        cipher,
                        "control_number = any(?)",
                        connection.createArrayOf("text", numbers.toArray()));
        try (PreparedStatement account = connection.prepareStatement(
                        "update claim_account set coverages = ?::jsonb where control_number = ?");
                PreparedStatement receivable = connection.prepareStatement(
                        "update receivable set member_id = ?, member_index = ? where control_number = ? and payer_id = ? and payer_rank = ?")) {
            for (ClaimAccount one : accounts) {
                account.setString(1, Coverages.write(one, cipher, Member::unsealed));
                account.setString(2, one.controlNumber());
                account.addBatch();
                for (Receivable each : one.receivables()) {
                    Member member = each.memberId();
                    if (member != null) {
                        receivable.setString(1, member.unsealed().sealed(one.controlNumber(), cipher));
                        receivable.setBytes(2, member.unsealed().index(cipher));
                        receivable.setString(3, one.controlNumber());
                        receivable.setObject(4, each.payerId());
                        receivable.setInt(5, each.rank());
                        receivable.addBatch();
                    }
                }
            }
            account.executeBatch();
            receivable.executeBatch();
        }
        return numbers.size();
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

    private record Row(ClaimAccount account, Receivable receivable) {

        @Nullable
        String sealedMember(PracticeCipher cipher) {
            Member member = receivable.memberId();
            return member == null ? null : member.sealed(account.controlNumber(), cipher);
        }

        byte @Nullable [] indexOfMember(PracticeCipher cipher) {
            Member member = receivable.memberId();
            return member == null ? null : member.index(cipher);
        }
    }

    /** The JSON column of coverages. */
    private record Coverages(List<Item> items) {

        record Item(
                int rank,
                UUID payerId,
                @Nullable String payerIdentifier,
                @Nullable String memberId) {}

        static String write(ClaimAccount account, PracticeCipher cipher, UnaryOperator<Member> as) {
            return EventJson.write(new Coverages(account.coverages().stream()
                    .map(one -> new Item(
                            one.rank(),
                            one.payerId(),
                            one.payerIdentifier(),
                            one.memberId() == null
                                    ? null
                                    : as.apply(one.memberId()).sealed(account.controlNumber(), cipher)))
                    .toList()));
        }

        static List<Coverage> read(String json, String controlNumber, PracticeCipher cipher) {
            return EventJson.read(json, Coverages.class).items().stream()
                    .map(one -> new Coverage(
                            one.rank(),
                            one.payerId(),
                            one.payerIdentifier(),
                            Member.ofAccount(one.memberId(), null, controlNumber, cipher)))
                    .toList();
        }
    }

    /** The JSON column of lines. */
    private record Lines(List<ClaimLine> items) {

        static String write(List<ClaimLine> lines) {
            return EventJson.write(new Lines(lines));
        }
    }

    private record AccountRow(
            String controlNumber,
            UUID encounterId,
            UUID patientId,
            long version,
            LocalDate serviceDate,
            Money charge,
            Money patientBalance,
            List<Coverage> coverages,
            List<ClaimLine> lines) {

        static AccountRow of(ResultSet row, PracticeCipher cipher) throws SQLException {
            return new AccountRow(
                    row.getString(1),
                    row.getObject(2, UUID.class),
                    row.getObject(3, UUID.class),
                    row.getLong(4),
                    row.getObject(5, LocalDate.class),
                    Money.ofCents(row.getLong(6)),
                    Money.ofCents(row.getLong(7)),
                    Coverages.read(row.getString(8), row.getString(1), cipher),
                    EventJson.read(row.getString(9), Lines.class).items());
        }

        ClaimAccount account(List<Receivable> receivables) {
            return new ClaimAccount(
                    controlNumber,
                    encounterId,
                    patientId,
                    version,
                    serviceDate,
                    charge,
                    patientBalance,
                    coverages,
                    lines,
                    receivables);
        }
    }
}
