package dev.superbill.payments.remittance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.payments.exception.Reason;
import dev.superbill.payments.remittance.RemittanceTransaction.ProviderAmount;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** The rows of transactions, and the register of payments on the books; every method works in the running transaction. */
@ApplicationScoped
class TransactionTable {

    /** What the register says of a payment that wants to post. */
    enum Place {
        /** It is registered now, or was already for this transaction. */
        FREE,
        /** The same content is on the books. */
        SAME_CONTENT,
        /** The same payment is on the books with another content. */
        OTHER_CONTENT
    }

    private static final String COLUMNS = """
            id, remittance_id, ordinal, trace_number, payer_identifier, payer_names, payment_method, payment_date,
            payment_cents, claim_payments_cents, provider_adjustments_cents, balanced, status, reasons, warnings,
            provider_adjustments, trace_key, content_hash, claims, claims_posted, accepted, done
            """;

    private static final int ROWS_AT_ONCE = 500;

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;

    TransactionTable(AgroalDataSource dataSource, ObjectMapper json) {
        this.dataSource = dataSource;
        this.json = json;
    }

    /** Keeps the transactions of a file, of which there may be very many, some at a time. */
    void insert(Stream<RemittanceTransaction> transactions) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("insert into remittance_transaction (" + COLUMNS
                        + ") values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")) {
            int waiting = 0;
            for (Iterator<RemittanceTransaction> each = transactions.iterator(); each.hasNext(); ) {
                RemittanceTransaction one = each.next();
                insert.setObject(1, one.id());
                insert.setObject(2, one.remittanceId());
                insert.setInt(3, one.ordinal());
                insert.setString(4, one.trace());
                insert.setString(5, one.payerIdentifier());
                insert.setString(6, json.writeValueAsString(one.payer()));
                insert.setString(7, one.paymentMethod());
                insert.setObject(8, one.paymentDate());
                insert.setObject(9, one.paymentCents());
                insert.setLong(10, one.claimPaymentsCents());
                insert.setLong(11, one.providerAdjustmentsCents());
                insert.setBoolean(12, one.balanced());
                insert.setString(13, one.status().name());
                insert.setString(14, json.writeValueAsString(one.reasons()));
                insert.setString(15, json.writeValueAsString(one.warnings()));
                insert.setString(16, json.writeValueAsString(one.providerAdjustments()));
                insert.setString(17, one.traceKey());
                insert.setString(18, one.contentHash());
                insert.setInt(19, one.claims());
                insert.setInt(20, one.claimsPosted());
                insert.setBoolean(21, one.accepted());
                insert.setBoolean(22, one.done());
                insert.addBatch();
                if (++waiting == ROWS_AT_ONCE) {
                    insert.executeBatch();
                    waiting = 0;
                }
            }
            insert.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw failed(e);
        }
    }

    /** The transactions of a remittance in file order. */
    List<RemittanceTransaction> ofRemittance(UUID remittanceId) {
        return select("where remittance_id = ? order by ordinal", remittanceId);
    }

    /** Transactions that are held because nobody owns their payee. */
    List<RemittanceTransaction> ofUnknownPayees(UUID after, int limit) {
        return select(
                "where status = 'HELD' and reasons like '%\"PAYEE_UNKNOWN\"%' and id > ? order by id limit " + limit,
                after);
    }

    Optional<RemittanceTransaction> find(UUID id) {
        return select("where id = ?", id).stream().findFirst();
    }

    /** Keeps others from changing a transaction until the running one ends. */
    void lock(UUID id) {
        select("where id = ? for update", id);
    }

    /** How many transactions remittances have; those that have none are left out. */
    Map<UUID, Integer> counts(Collection<UUID> remittanceIds) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select remittance_id, count(*) from remittance_transaction where remittance_id = any(?) group by remittance_id")) {
            select.setArray(1, connection.createArrayOf("uuid", remittanceIds.toArray()));
            Map<UUID, Integer> counts = new HashMap<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    counts.put(row.getObject(1, UUID.class), row.getInt(2));
                }
            }
            return counts;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Which states a remittance's transactions are in, each once; POSTING is whatever is not done. */
    Set<TransactionStatus> statuses(UUID remittanceId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select distinct case when done then status else 'POSTING' end from remittance_transaction where remittance_id = ?")) {
            select.setObject(1, remittanceId);
            Set<TransactionStatus> statuses = EnumSet.noneOf(TransactionStatus.class);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    statuses.add(TransactionStatus.valueOf(row.getString(1)));
                }
            }
            return statuses;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void setStatus(RemittanceTransaction transaction) {
        update(
                "update remittance_transaction set status = ?, reasons = ? where id = ?",
                transaction.status().name(),
                write(transaction.reasons()),
                transaction.id());
    }

    /** All claims up to this one are done. */
    void setProgress(UUID id, int claimsPosted) {
        update("update remittance_transaction set claims_posted = ? where id = ?", claimsPosted, id);
    }

    void finish(UUID id, TransactionStatus status, Collection<Reason> warnings) {
        update(
                "update remittance_transaction set status = ?, warnings = ?, done = true where id = ?",
                status.name(),
                write(warnings),
                id);
    }

    /** A person wants it posted as sent: it begins anew. */
    void restart(UUID id, List<Reason> reasons) {
        update(
                "update remittance_transaction set status = 'POSTING', accepted = true, done = false, claims_posted = 0, reasons = ? where id = ?",
                write(reasons),
                id);
    }

    /**
     * Registers a payment that posts. Whoever registers the same at the same time waits for the first one's transaction.
     *
     * @param amended whether a person has accepted it beside a payment with its key
     */
    Place register(RemittanceTransaction transaction, boolean amended) {
        String key = amended ? null : transaction.traceKey();
        try (Connection connection = dataSource.getConnection()) {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into posted_payment (transaction_id, trace_key, content_hash) values (?, ?, ?) on conflict do nothing")) {
                insert.setObject(1, transaction.id());
                insert.setString(2, key);
                insert.setString(3, transaction.contentHash());
                if (insert.executeUpdate() == 1) {
                    return Place.FREE;
                }
            }
            return place(connection, transaction);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What the register says of a payment that does not want to post. */
    Place look(RemittanceTransaction transaction) {
        try (Connection connection = dataSource.getConnection()) {
            return place(connection, transaction);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Place place(Connection connection, RemittanceTransaction transaction) throws SQLException {
        try (PreparedStatement select = connection.prepareStatement("""
                select transaction_id = ?, content_hash = ? from posted_payment where transaction_id = ? or content_hash = ? or trace_key = ?
                order by transaction_id = ? desc, content_hash = ? desc
                """)) {
            select.setObject(1, transaction.id());
            select.setString(2, transaction.contentHash());
            select.setObject(3, transaction.id());
            select.setString(4, transaction.contentHash());
            select.setString(5, transaction.traceKey());
            select.setObject(6, transaction.id());
            select.setString(7, transaction.contentHash());
            try (ResultSet row = select.executeQuery()) {
                if (!row.next() || row.getBoolean(1)) {
                    return Place.FREE;
                }
                return row.getBoolean(2) ? Place.SAME_CONTENT : Place.OTHER_CONTENT;
            }
        }
    }

    /**
     * Older transactions with the key or the content of one that has posted: a corrected one has come.
     *
     * @return those that were held or rejected and are superseded now
     */
    List<RemittanceTransaction> supersede(RemittanceTransaction by) {
        List<UUID> ids = new ArrayList<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update remittance_transaction set status = 'SUPERSEDED'
                        where (trace_key = ? or content_hash = ?) and id <> ? and status in ('HELD', 'REJECTED') and done
                          and (remittance_id, ordinal) < (?, ?)
                        returning id
                        """)) {
            update.setString(1, by.traceKey());
            update.setString(2, by.contentHash());
            update.setObject(3, by.id());
            update.setObject(4, by.remittanceId());
            update.setInt(5, by.ordinal());
            try (ResultSet row = update.executeQuery()) {
                while (row.next()) {
                    ids.add(row.getObject(1, UUID.class));
                }
            }
        } catch (SQLException e) {
            throw failed(e);
        }
        return ids.stream().flatMap(id -> find(id).stream()).toList();
    }

    private List<RemittanceTransaction> select(String where, UUID key) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement("select " + COLUMNS + " from remittance_transaction " + where)) {
            select.setObject(1, key);
            List<RemittanceTransaction> transactions = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    transactions.add(read(row));
                }
            }
            return transactions;
        } catch (SQLException | JsonProcessingException e) {
            throw failed(e);
        }
    }

    private RemittanceTransaction read(ResultSet row) throws SQLException, JsonProcessingException {
        List<Reason> reasons = json.readerForListOf(Reason.class).readValue(row.getString(14));
        List<Reason> warnings = json.readerForListOf(Reason.class).readValue(row.getString(15));
        List<ProviderAmount> amounts =
                json.readerForListOf(ProviderAmount.class).readValue(row.getString(16));
        return new RemittanceTransaction(
                row.getObject(1, UUID.class),
                row.getObject(2, UUID.class),
                row.getInt(3),
                row.getString(4),
                row.getString(5),
                json.readValue(row.getString(6), PayerNames.class),
                row.getString(7),
                row.getObject(8, LocalDate.class),
                row.getObject(9, Long.class),
                row.getLong(10),
                row.getLong(11),
                row.getBoolean(12),
                TransactionStatus.valueOf(row.getString(13)),
                reasons,
                warnings,
                amounts,
                row.getString(17),
                row.getString(18),
                row.getInt(19),
                row.getInt(20),
                row.getBoolean(21),
                row.getBoolean(22));
    }

    private String write(Collection<Reason> reasons) {
        try {
            return json.writeValueAsString(reasons);
        } catch (JsonProcessingException e) {
            throw failed(e);
        }
    }

    private void update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            update.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(Exception e) {
        return new IllegalStateException("The transactions of remittances could not be read or written", e);
    }
}
