package dev.superbill.payments.remittance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.payments.exception.Reason;
import dev.superbill.payments.receivable.ClaimAccount;
import dev.superbill.payments.receivable.Coverage;
import dev.superbill.payments.receivable.Member;
import dev.superbill.payments.receivable.Receivable;
import dev.superbill.phi.Place;
import dev.superbill.phi.PracticeCipher;
import dev.superbill.platform.phi.Phi;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The rows of answered claims; every method works in the running transaction. */
@ApplicationScoped
class ClaimTable {

    private static final String SELECT = """
            select c.id, c.ordinal, c.transaction_id, c.remittance_id, c.transaction_ordinal, c.content, c.balanced, c.outcome,
              c.reasons, c.warnings, c.waits_for, c.account_number, c.claim_id, c.payer_id, c.payer_rank, c.entry_ids,
              c.reversed_by, t.trace_number, t.payment_date, t.payer_names
            from remittance_claim c cross join lateral
              (select * from remittance_transaction t where t.practice_id = c.practice_id and t.id = c.transaction_id offset 0) t
            """;
    private static final String OLDEST_FIRST = " order by c.remittance_id, c.transaction_ordinal, c.ordinal";

    private final AgroalDataSource dataSource;
    private final ObjectMapper json;
    private final Phi phi;

    ClaimTable(AgroalDataSource dataSource, ObjectMapper json, Phi phi) {
        this.dataSource = dataSource;
        this.json = json;
        this.phi = phi;
    }

    /** Where a list of claims goes on: after this place in the file. */
    record After(int transaction, int claim) {}

    void insert(Collection<AnsweredClaim> claims) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into remittance_claim (remittance_id, transaction_ordinal, ordinal, id, transaction_id,
                          patient_control_number, payer_control_number, member_index, service_date, status_code, charge_cents,
                          adjustments_cents, paid_cents, responsibility_cents, balanced, warnings, content, outcome, reasons,
                          waits_for, account_number, claim_id, payer_id, payer_rank, entry_ids, reversed_by)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            PracticeCipher cipher = phi.cipher();
            for (AnsweredClaim claim : claims) {
                ClaimAnswer answer = claim.answer();
                insert.setObject(1, claim.payment().remittanceId());
                insert.setInt(2, claim.payment().ordinal());
                insert.setInt(3, claim.ordinal());
                insert.setObject(4, claim.id());
                insert.setObject(5, claim.payment().transactionId());
                insert.setString(6, answer.patientControlNumber());
                insert.setString(7, answer.payerControlNumber());
                insert.setBytes(8, cipher.index(Member.INDEX, answer.memberId()));
                insert.setObject(9, answer.serviceDate());
                insert.setString(10, answer.statusCode());
                insert.setLong(11, answer.chargeCents());
                insert.setLong(12, answer.adjustmentsCents());
                insert.setLong(13, answer.paidCents());
                insert.setLong(14, answer.patientResponsibilityCents());
                insert.setBoolean(15, claim.isBalanced());
                insert.setString(16, json.writeValueAsString(claim.warnings()));
                insert.setBytes(17, cipher.seal(place(claim.id()), json.writeValueAsBytes(answer)));
                setState(connection, insert, 18, claim);
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw failed(e);
        }
    }

    /** Writes what has become of answers. */
    void update(Collection<AnsweredClaim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update remittance_claim set outcome = ?, reasons = ?, waits_for = ?, account_number = ?, claim_id = ?,
                          payer_id = ?, payer_rank = ?, entry_ids = ?, reversed_by = ?
                        where id = ?
                        """)) {
            for (AnsweredClaim claim : claims) {
                setState(connection, update, 1, claim);
                update.setObject(10, claim.id());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw failed(e);
        }
    }

    private void setState(Connection connection, PreparedStatement statement, int first, AnsweredClaim claim)
            throws SQLException, JsonProcessingException {
        WaitsFor waitsFor = claim.waitsFor();
        statement.setString(first, claim.outcome().name());
        statement.setString(first + 1, json.writeValueAsString(claim.reasons()));
        statement.setString(first + 2, waitsFor == null ? null : waitsFor.name());
        statement.setString(first + 3, claim.accountNumber());
        statement.setObject(first + 4, claim.claimId());
        statement.setObject(first + 5, claim.payerId());
        statement.setObject(first + 6, claim.payerId() == null ? null : claim.payerRank());
        statement.setArray(
                first + 7, connection.createArrayOf("uuid", claim.entryIds().toArray()));
        statement.setObject(first + 8, claim.reversedBy());
    }

    Optional<AnsweredClaim> find(UUID id) {
        return select("where c.id = ?", id).stream().findFirst();
    }

    /** An answer that nobody else changes until the transaction ends. */
    Optional<AnsweredClaim> lock(UUID id) {
        return select("where c.id = ? for update of c", id).stream().findFirst();
    }

    /** All answers to the accounts of claims, the oldest first. */
    List<AnsweredClaim> ofAccounts(Collection<String> accountNumbers) {
        return accountNumbers.isEmpty()
                ? List.of()
                : select("where c.account_number = any(?::text[])" + OLDEST_FIRST, (Object)
                        accountNumbers.toArray(String[]::new));
    }

    /** Unapplied answers that may be about a claim, the oldest first. */
    List<AnsweredClaim> waitingFor(ClaimAccount claim) {
        String[] payerNumbers = claim.receivables().stream()
                .map(Receivable::payerControlNumber)
                .filter(Objects::nonNull)
                .toArray(String[]::new);
        PracticeCipher cipher = phi.cipher();
        byte[][] members = Stream.concat(
                        claim.coverages().stream().map(Coverage::memberId),
                        claim.receivables().stream().map(Receivable::memberId))
                .filter(Objects::nonNull)
                .distinct()
                .flatMap(member -> member.indexes(cipher).stream())
                .toArray(byte[][]::new);
        return select(
                """
                where c.waits_for = 'CLAIM' and c.id in (
                  select id from remittance_claim where waits_for = 'CLAIM' and patient_control_number = ?
                  union select id from remittance_claim
                    where waits_for = 'CLAIM' and payer_control_number = any(?::text[]) and payer_control_number <> ''
                  union select id from remittance_claim
                    where waits_for = 'CLAIM' and member_index = any(?) and service_date = ? and abs(charge_cents) = abs(?))
                """ + OLDEST_FIRST + " for update of c",
                claim.controlNumber(),
                payerNumbers,
                members,
                claim.serviceDate(),
                claim.charge().cents());
    }

    /**
     * Lately unapplied answers whose claims are there, in case these came at the very moment at which they were looked
     * for.
     */
    List<String> numbersLatelyUnapplied(int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select distinct c.patient_control_number
                        from remittance_claim c join remittance r on r.practice_id = c.practice_id and r.id = c.remittance_id
                          join claim_account a on a.practice_id = c.practice_id and a.control_number = c.patient_control_number
                        where c.waits_for = 'CLAIM' and r.received_at > now() - interval '10 minutes'
                        limit ?
                        """)) {
            select.setInt(1, limit);
            List<String> numbers = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    numbers.add(row.getString(1));
                }
            }
            return numbers;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** A part of a remittance's claims in file order. */
    List<AnsweredClaim> page(
            UUID remittanceId, @Nullable Integer transaction, @Nullable Outcome outcome, After after, int limit) {
        return select(
                """
                where c.remittance_id = ? and (c.transaction_ordinal, c.ordinal) > (?, ?)
                  and (?::integer is null or c.transaction_ordinal = ?::integer) and (?::text is null or c.outcome = ?::text)
                """ + OLDEST_FIRST + " limit ?",
                remittanceId,
                after.transaction(),
                after.claim(),
                transaction,
                transaction,
                outcome == null ? null : outcome.name(),
                outcome == null ? null : outcome.name(),
                limit);
    }

    /** Unapplied answers of all remittances: the work queue. */
    List<AnsweredClaim> unapplied(UUID after, int limit) {
        return select("where c.outcome = 'UNAPPLIED' and c.id > ? order by c.id limit ?", after, limit);
    }

    /** How many claims of a transaction are held. */
    int held(UUID remittanceId, int transaction) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select count(*) from remittance_claim where remittance_id = ? and transaction_ordinal = ? and outcome = 'HELD'")) {
            select.setObject(1, remittanceId);
            select.setInt(2, transaction);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getInt(1);
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** The first warnings of a transaction's claims. */
    List<Reason> warnings(UUID remittanceId, int transaction, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select warnings from remittance_claim where remittance_id = ? and transaction_ordinal = ? and warnings <> '[]'
                        order by ordinal limit ?
                        """)) {
            select.setObject(1, remittanceId);
            select.setInt(2, transaction);
            select.setInt(3, limit);
            List<Reason> warnings = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    warnings.addAll(json.<List<Reason>>readValue(
                            row.getString(1), json.getTypeFactory().constructCollectionType(List.class, Reason.class)));
                }
            }
            return warnings;
        } catch (SQLException | JsonProcessingException e) {
            throw failed(e);
        }
    }

    /** Throws away what was kept of a transaction that posts anew. */
    void deleteOf(UUID remittanceId, int transaction) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement delete = connection.prepareStatement(
                        "delete from remittance_claim where remittance_id = ? and transaction_ordinal = ?")) {
            delete.setObject(1, remittanceId);
            delete.setInt(2, transaction);
            delete.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private List<AnsweredClaim> select(String where, @Nullable Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT + where)) {
            for (int i = 0; i < values.length; i++) {
                if (values[i] instanceof String[] texts) {
                    select.setArray(i + 1, connection.createArrayOf("text", texts));
                } else if (values[i] instanceof byte[][] indexes) {
                    select.setArray(i + 1, connection.createArrayOf("bytea", indexes));
                } else {
                    select.setObject(i + 1, values[i]);
                }
            }
            List<AnsweredClaim> claims = new ArrayList<>();
            PracticeCipher cipher = phi.cipher();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    claims.add(read(row, cipher));
                }
            }
            return claims;
        } catch (SQLException | IOException e) {
            throw failed(e);
        }
    }

    private static Place place(UUID id) {
        return Place.of("remittance_claim", "content", id);
    }

    private AnsweredClaim read(ResultSet row, PracticeCipher cipher) throws SQLException, IOException {
        byte[] content = cipher.open(place(row.getObject("id", UUID.class)), row.getBytes("content"));
        String trace = row.getString("trace_number");
        String waitsFor = row.getString("waits_for");
        List<Reason> reasons = json.readerForListOf(Reason.class).readValue(row.getString("reasons"));
        List<Reason> warnings = json.readerForListOf(Reason.class).readValue(row.getString("warnings"));
        PaymentHeader payment = new PaymentHeader(
                row.getObject("transaction_id", UUID.class),
                row.getObject("remittance_id", UUID.class),
                row.getInt("transaction_ordinal"),
                trace == null ? "" : trace,
                row.getObject("payment_date", LocalDate.class),
                json.readValue(row.getString("payer_names"), PayerNames.class));
        return new AnsweredClaim(
                        payment,
                        row.getInt("ordinal"),
                        json.readValue(content, ClaimAnswer.class),
                        row.getBoolean("balanced"),
                        reasons,
                        warnings)
                .with(new AnsweredClaim.State(
                        Outcome.valueOf(row.getString("outcome")),
                        waitsFor == null ? null : WaitsFor.valueOf(waitsFor),
                        row.getString("account_number"),
                        row.getObject("claim_id", UUID.class),
                        row.getObject("payer_id", UUID.class),
                        row.getInt("payer_rank"),
                        List.of((UUID[]) row.getArray("entry_ids").getArray()),
                        row.getObject("reversed_by", UUID.class)));
    }

    private static IllegalStateException failed(Exception e) {
        return new IllegalStateException("The answered claims could not be read or written", e);
    }
}
