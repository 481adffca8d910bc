package dev.superbill.claims.submission;

import dev.superbill.kernel.PracticeId;
import dev.superbill.platform.practice.PracticeContext;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;

/**
 * Gives out control numbers: one sequence for a pair of sender (ISA06) and receiver (ISA08), shared by the practices that
 * send under it. The row of a pair stays locked until the transaction of the batch ends, so that two batches never get
 * the same numbers, and a batch that is not kept has used none.
 */
@ApplicationScoped
public class SubmissionNumbers {

    private static final long LARGEST = 999_999_999L;

    private static final String FIRST = """
        insert into control_number (sender_id, receiver_id, interchange, functional_group, transaction_set)
        values (?, ?, 0, 0, 0) on conflict do nothing
        """;
    private static final String NEXT = """
        update control_number
        set interchange = interchange + 1, functional_group = functional_group + 1, transaction_set = transaction_set + 1
        where sender_id = ? and receiver_id = ?
        returning interchange, functional_group, transaction_set
        """;
    private static final String ONE_MORE = """
        update control_number set transaction_set = transaction_set + 1
        where sender_id = ? and receiver_id = ?
        returning interchange, functional_group, transaction_set
        """;
    private static final String OWN = """
        insert into control_number_owner (sender_id, receiver_id, kind, number, practice_id) values (?, ?, ?, ?, ?)
        """;

    private final AgroalDataSource dataSource;
    private final PracticeContext context;

    SubmissionNumbers(AgroalDataSource dataSource, PracticeContext context) {
        this.dataSource = dataSource;
        this.context = context;
    }

    /** The next numbers of a pair with one transaction set (ST), in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    AllocatedNumbers next(String senderId, String receiverId) {
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement insert = connection.prepareStatement(FIRST)) {
                insert.setString(1, senderId);
                insert.setString(2, receiverId);
                insert.executeUpdate();
            }
            AllocatedNumbers numbers = advance(connection, NEXT, senderId, receiverId);
            own(connection, numbers, true);
            return numbers;
        } catch (SQLException e) {
            throw new IllegalStateException("The control numbers could not be given out", e);
        }
    }

    /** One transaction set more for an interchange whose numbers were given out in the running transaction. */
    @Transactional(Transactional.TxType.MANDATORY)
    AllocatedNumbers oneMore(AllocatedNumbers numbers) {
        try (Connection connection = dataSource.getConnection()) {
            // the row has been locked since the first: the number is the next one
            advance(connection, ONE_MORE, numbers.senderId(), numbers.receiverId());
            AllocatedNumbers more = numbers.withOneMore();
            own(connection, more, false);
            return more;
        } catch (SQLException e) {
            throw new IllegalStateException("The control numbers could not be given out", e);
        }
    }

    /** The practice that a number was given out for; empty for a number that was not given out here. */
    @Transactional
    public Optional<PracticeId> ownerOf(String senderId, String receiverId, NumberKind kind, String number) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select practice_id from control_number_owner where sender_id = ? and receiver_id = ? and kind"
                                + " = ? and number = ?")) {
            select.setString(1, senderId);
            select.setString(2, receiverId);
            select.setString(3, kind.name());
            select.setString(4, kind == NumberKind.SUBMISSION ? number : number.replaceFirst("^0+(?=.)", ""));
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(new PracticeId(row.getString(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The owner of a control number could not be read", e);
        }
    }

    /** Whether other practices send under these names, too. */
    @Transactional
    public boolean isShared(String senderId, String receiverId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select exists (select 1 from control_number_owner where sender_id = ? and receiver_id = ? and practice_id <> ?)")) {
            select.setString(1, senderId);
            select.setString(2, receiverId);
            select.setString(3, context.practice().value());
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getBoolean(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The owners of control numbers could not be read", e);
        }
    }

    private static AllocatedNumbers advance(Connection connection, String sql, String senderId, String receiverId)
            throws SQLException {
        try (PreparedStatement update = connection.prepareStatement(sql)) {
            update.setString(1, senderId);
            update.setString(2, receiverId);
            try (ResultSet row = update.executeQuery()) {
                row.next();
                if (row.getLong(1) > LARGEST || row.getLong(3) > LARGEST) {
                    throw new IllegalStateException("The control numbers of this pair are used up: agree on a new id");
                }
                return new AllocatedNumbers(senderId, receiverId, row.getLong(1), row.getLong(2), row.getLong(3), 1);
            }
        }
    }

    /** Notes whose the last transaction is, and of a new interchange its own numbers too. */
    private void own(Connection connection, AllocatedNumbers numbers, boolean isNew) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(OWN)) {
            insert.setString(1, numbers.senderId());
            insert.setString(2, numbers.receiverId());
            insert.setString(5, context.practice().value());
            if (isNew) {
                add(insert, NumberKind.INTERCHANGE, Long.toString(numbers.interchange()));
                add(insert, NumberKind.GROUP, Long.toString(numbers.group()));
            }
            add(insert, NumberKind.TRANSACTION, Long.toString(numbers.transaction(numbers.transactions())));
            add(insert, NumberKind.SUBMISSION, numbers.submission(numbers.transactions()));
            insert.executeBatch();
        }
    }

    private static void add(PreparedStatement insert, NumberKind kind, String number) throws SQLException {
        insert.setString(3, kind.name());
        insert.setString(4, number);
        insert.addBatch();
    }
}
