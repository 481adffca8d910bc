package dev.superbill.payments.exception;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.kernel.UuidV7;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.web.ProblemException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The queue of what people have to decide. */
@ApplicationScoped
public class Exceptions {

    private static final String SELECT = """
            select id, kind, subject_id, remittance_id, transaction_ordinal, claim_ordinal, amount_cents, reasons, status,
              opened_at, closed_at, closed_by, decision
            from posting_exception\s""";

    private final AgroalDataSource dataSource;
    private final PracticeContext context;
    private final Decisions decisions;
    private final SealedDecision texts = new SealedDecision();
    private final Clock clock;
    private final ObjectMapper json;

    Exceptions(
            AgroalDataSource dataSource, PracticeContext context, Decisions decisions, Clock clock, ObjectMapper json) {
        this.dataSource = dataSource;
        this.context = context;
        this.decisions = decisions;
        this.clock = clock;
        this.json = json;
    }

    /**
     * Something new to decide.
     *
     * @param subjectId the transaction or the answer to a claim
     * @param claim ordinal in the transaction; null when it is about the whole transaction
     */
    public record Question(
            ExceptionKind kind,
            UUID subjectId,
            UUID remittanceId,
            int transaction,
            @Nullable Integer claim,
            long amountCents,
            List<Reason> reasons) {}

    /** Opens exceptions in the running transaction; one that is there already is left as it is. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void open(Collection<Question> questions) {
        if (questions.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into posting_exception (id, kind, subject_id, remittance_id, transaction_ordinal, claim_ordinal,
                          amount_cents, reasons, status, opened_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'OPEN', ?) on conflict (practice_id, subject_id, kind) do nothing
                        """)) {
            for (Question question : questions) {
                insert.setObject(1, UuidV7.next(clock));
                insert.setString(2, question.kind().name());
                insert.setObject(3, question.subjectId());
                insert.setObject(4, question.remittanceId());
                insert.setInt(5, question.transaction());
                insert.setObject(6, question.claim());
                insert.setLong(7, question.amountCents());
                insert.setString(8, json.writeValueAsString(question.reasons()));
                insert.setTimestamp(9, new Timestamp(clock.millis()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException | JsonProcessingException e) {
            throw failed(e);
        }
    }

    /** Closes what is open about these transactions or answers: a later document has decided. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void close(Collection<UUID> subjectIds, String why) {
        if (subjectIds.isEmpty()) {
            return;
        }
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                        update posting_exception set status = 'CLOSED', closed_at = ?, closed_by = ?, decision = ?
                        where subject_id = any(?) and status = 'OPEN'
                        """)) {
            update.setTimestamp(1, new Timestamp(clock.millis()));
            update.setString(2, context.actor());
            update.setBytes(3, texts.convertToDatabaseColumn(why));
            update.setArray(4, connection.createArrayOf("uuid", subjectIds.toArray()));
            update.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Exceptions in the order of their opening.
     *
     * @param status null for all
     */
    @Transactional
    public List<PostingException> list(@Nullable ExceptionStatus status, @Nullable UUID after, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        SELECT + "where id > ? " + (status == null ? "" : "and status = ? ") + "order by id limit ?")) {
            int index = 1;
            select.setObject(index++, after == null ? new UUID(0, 0) : after);
            if (status != null) {
                select.setString(index++, status.name());
            }
            select.setInt(index, limit);
            return read(select);
        } catch (SQLException | JsonProcessingException e) {
            throw failed(e);
        }
    }

    /** The exception with this id. */
    @Transactional
    public PostingException get(UUID id) {
        return find(id, "");
    }

    /**
     * Accepts or rejects. The same decision again changes nothing.
     *
     * @param decided ACCEPTED or REJECTED
     * @throws ProblemException 409 when it was decided otherwise or closed by itself
     */
    @Transactional
    public PostingException decide(UUID id, ExceptionStatus decided, String reason) {
        // in the order in which posting takes them: what the exception is about, then the exception itself
        decisions.lock(find(id, ""));
        PostingException exception = find(id, " for update");
        if (exception.status() == decided) {
            return exception;
        }
        if (exception.status() != ExceptionStatus.OPEN) {
            throw ProblemException.conflict(
                    "EXCEPTION_CLOSED", "The exception is " + exception.status() + " and can no longer be decided");
        }
        store(exception, decided, reason);
        if (decided == ExceptionStatus.ACCEPTED) {
            decisions.accept(exception, reason);
        } else {
            decisions.reject(exception, reason);
        }
        return find(id, "");
    }

    private void store(PostingException exception, ExceptionStatus decided, String reason) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update posting_exception set status = ?, closed_at = ?, closed_by = ?, decision = ? where id = ?")) {
            update.setString(1, decided.name());
            update.setTimestamp(2, new Timestamp(clock.millis()));
            update.setString(3, context.actor());
            update.setBytes(4, texts.convertToDatabaseColumn(reason));
            update.setObject(5, exception.id());
            update.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PostingException find(UUID id, String lock) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT + "where id = ?" + lock)) {
            select.setObject(1, id);
            return read(select).stream().findFirst().orElseThrow(() -> ProblemException.notFound("exception", id));
        } catch (SQLException | JsonProcessingException e) {
            throw failed(e);
        }
    }

    private List<PostingException> read(PreparedStatement select) throws SQLException, JsonProcessingException {
        List<PostingException> exceptions = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                List<Reason> reasons = json.readerForListOf(Reason.class).readValue(row.getString(8));
                Timestamp closed = row.getTimestamp(11);
                exceptions.add(new PostingException(
                        row.getObject(1, UUID.class),
                        ExceptionKind.valueOf(row.getString(2)),
                        row.getObject(3, UUID.class),
                        row.getObject(4, UUID.class),
                        row.getInt(5),
                        row.getObject(6, Integer.class),
                        row.getLong(7),
                        reasons,
                        ExceptionStatus.valueOf(row.getString(9)),
                        row.getTimestamp(10).toInstant(),
                        closed == null ? null : closed.toInstant(),
                        row.getString(12),
                        texts.convertToEntityAttribute(row.getBytes(13))));
            }
        }
        return exceptions;
    }

    private static IllegalStateException failed(Exception e) {
        return new IllegalStateException("The exceptions could not be read or written", e);
    }
}
