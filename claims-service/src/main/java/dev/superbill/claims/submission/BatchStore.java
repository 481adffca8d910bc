package dev.superbill.claims.submission;

import dev.superbill.phi.Place;
import dev.superbill.phi.PracticeCipher;
import dev.superbill.platform.phi.Phi;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** What belongs to a batch and may be long: its bytes, its transactions, its claims, and the answers to it. */
@ApplicationScoped
class BatchStore {

    private static final int PART = 1 << 20;

    private final AgroalDataSource dataSource;
    private final Phi phi;

    BatchStore(AgroalDataSource dataSource, Phi phi) {
        this.dataSource = dataSource;
        this.phi = phi;
    }

    /** A claim as it stands in a batch that is being built. */
    record Entry(UUID claimId, int transaction, int ordinal, String patientControlNumber, String x12) {}

    /** An answer as the batch shows it. */
    record Answer(UUID id, String kind, String outcome, Instant receivedAt) {}

    void keep(UUID batchId, BuiltFile file, AllocatedNumbers numbers) {
        try (Connection connection = dataSource.getConnection()) {
            keepContent(connection, batchId, file.content());
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into batch_transaction (batch_id, ordinal, transaction_number, submission) values (?, ?,"
                            + " ?, ?)")) {
                for (int ordinal = 1; ordinal <= numbers.transactions(); ordinal++) {
                    insert.setObject(1, batchId);
                    insert.setInt(2, ordinal);
                    insert.setLong(3, numbers.transaction(ordinal));
                    insert.setString(4, numbers.submission(ordinal));
                    insert.addBatch();
                }
                insert.executeBatch();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** In parts of a megabyte, each sealed to its place: the ciphers take the longest for the longest values. */
    private void keepContent(Connection connection, UUID batchId, byte[] content) throws SQLException {
        PracticeCipher cipher = phi.cipher();
        try (PreparedStatement insert =
                connection.prepareStatement("insert into batch_x12 (batch_id, ordinal, content) values (?, ?, ?)")) {
            int ordinal = 0;
            for (int from = 0; from < content.length; from += PART) {
                byte[] part = Arrays.copyOfRange(content, from, from + Math.min(PART, content.length - from));
                insert.setObject(1, batchId);
                insert.setInt(2, ordinal);
                insert.setBytes(3, cipher.seal(placeOfPart(batchId, ordinal), part));
                insert.executeUpdate();
                ordinal++;
            }
        }
    }

    private static Place placeOfPart(UUID batchId, int ordinal) {
        return Place.of("batch_x12", "content", batchId + "/" + ordinal);
    }

    private static Place placeOfClaim(UUID batchId, UUID claimId) {
        return Place.of("batch_claim", "x12", batchId + "/" + claimId);
    }

    void keepClaims(UUID batchId, List<Entry> claims) {
        PracticeCipher cipher = phi.cipher();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                    insert into batch_claim (batch_id, claim_id, transaction_ordinal, ordinal, patient_control_number, x12)
                    values (?, ?, ?, ?, ?, ?)
                    """)) {
            for (Entry claim : claims) {
                insert.setObject(1, batchId);
                insert.setObject(2, claim.claimId());
                insert.setInt(3, claim.transaction());
                insert.setInt(4, claim.ordinal());
                insert.setString(5, claim.patientControlNumber());
                insert.setBytes(
                        6,
                        cipher.seal(
                                placeOfClaim(batchId, claim.claimId()),
                                claim.x12().getBytes(StandardCharsets.UTF_8)));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    Optional<byte[]> content(UUID batchId) {
        PracticeCipher cipher = phi.cipher();
        List<byte[]> parts = list(
                "select ordinal, content from batch_x12 where batch_id = ? order by ordinal",
                row -> cipher.open(placeOfPart(batchId, row.getInt(1)), row.getBytes(2)),
                batchId);
        if (parts.isEmpty()) {
            return Optional.empty();
        }
        byte[] content = new byte[parts.stream().mapToInt(part -> part.length).sum()];
        int from = 0;
        for (byte[] part : parts) {
            System.arraycopy(part, 0, content, from, part.length);
            from += part.length;
        }
        return Optional.of(content);
    }

    /** The claims of batches, each in the order of its file; a batch without any is absent. */
    Map<UUID, List<UUID>> claimIds(Collection<UUID> batchIds) {
        return byBatch(
                "select batch_id, claim_id from batch_claim where batch_id = any (?) order by batch_id,"
                        + " transaction_ordinal, ordinal",
                row -> row.getObject(2, UUID.class),
                batchIds);
    }

    /** The claim's own ST…SE as last written. */
    Optional<String> lastX12(UUID claimId) {
        return one(
                "select batch_id, x12 from batch_claim where claim_id = ? order by batch_id desc limit 1",
                row -> new String(
                        phi.cipher().open(placeOfClaim(row.getObject(1, UUID.class), claimId), row.getBytes(2)),
                        StandardCharsets.UTF_8),
                claimId);
    }

    Optional<SubmittedTransaction> transaction(String submission) {
        return one(
                "select batch_id, ordinal, transaction_number, submission from batch_transaction where submission = ?"
                        + " order by batch_id desc limit 1",
                BatchStore::transaction,
                submission);
    }

    List<SubmittedTransaction> transactions(UUID batchId) {
        return list(
                "select batch_id, ordinal, transaction_number, submission from batch_transaction where batch_id = ?"
                        + " order by ordinal",
                BatchStore::transaction,
                batchId);
    }

    List<SubmittedClaim> claims(UUID batchId) {
        return list(
                CLAIM + "where c.batch_id = ? order by c.transaction_ordinal, c.ordinal", BatchStore::claim, batchId);
    }

    List<SubmittedClaim> claims(UUID batchId, int transaction) {
        return list(
                CLAIM + "where c.batch_id = ? and c.transaction_ordinal = ? order by c.ordinal",
                BatchStore::claim,
                batchId,
                transaction);
    }

    Optional<SubmittedClaim> lastClaim(String patientControlNumber) {
        return one(
                CLAIM + "where c.patient_control_number = ? order by c.batch_id desc limit 1",
                BatchStore::claim,
                patientControlNumber);
    }

    /** Notes that a hop has spoken of the claims themselves, and whether it took them for adjudication. */
    void answered(List<SubmittedClaim> claims, boolean accepted, Instant at) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement("""
                    update batch_claim set answered_at = coalesce(answered_at, ?),
                      accepted_at = case when ? then coalesce(accepted_at, ?) else accepted_at end
                    where batch_id = ? and claim_id = ?
                    """)) {
            OffsetDateTime moment = at.atOffset(ZoneOffset.UTC);
            for (SubmittedClaim claim : claims) {
                update.setObject(1, moment);
                update.setBoolean(2, accepted);
                update.setObject(3, moment);
                update.setObject(4, claim.batchId());
                update.setObject(5, claim.claimId());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void acknowledge(UUID batchId, Answer answer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                    insert into batch_acknowledgement (batch_id, acknowledgement_id, kind, outcome, received_at)
                    values (?, ?, ?, ?, ?) on conflict do nothing
                    """)) {
            insert.setObject(1, batchId);
            insert.setObject(2, answer.id());
            insert.setString(3, answer.kind());
            insert.setString(4, answer.outcome());
            insert.setObject(5, answer.receivedAt().atOffset(ZoneOffset.UTC));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Sent before a moment and without a 277CA since, in the order of the claims' ids. */
    List<SubmittedClaim> withoutClaimAnswer(Instant sentBefore, UUID after, int limit) {
        return list(
                CLAIM
                        + "join batch b on b.id = c.batch_id where not c.settled and c.answered_at is null and"
                        + " b.sent_at < ? and c.claim_id > ? order by c.claim_id limit " + limit,
                BatchStore::claim,
                sentBefore.atOffset(ZoneOffset.UTC),
                after);
    }

    /** Accepted before a moment, in the order of the claims' ids. */
    List<SubmittedClaim> acceptedBefore(Instant moment, UUID after, int limit) {
        return list(
                CLAIM + "where not c.settled and c.accepted_at < ? and c.claim_id > ? order by c.claim_id limit "
                        + limit,
                BatchStore::claim,
                moment.atOffset(ZoneOffset.UTC),
                after);
    }

    /** Nothing more is expected on these submissions. */
    void settled(List<SubmittedClaim> claims) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update batch_claim set settled = true where batch_id = ? and claim_id = ?")) {
            for (SubmittedClaim claim : claims) {
                update.setObject(1, claim.batchId());
                update.setObject(2, claim.claimId());
                update.addBatch();
            }
            update.executeBatch();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What was answered to batches, each in the order of receipt; a batch without an answer is absent. */
    Map<UUID, List<Answer>> answers(Collection<UUID> batchIds) {
        return byBatch(
                "select batch_id, acknowledgement_id, kind, outcome, received_at from batch_acknowledgement where"
                        + " batch_id = any (?) order by batch_id, received_at, acknowledgement_id",
                row -> new Answer(
                        row.getObject(2, UUID.class),
                        row.getString(3),
                        row.getString(4),
                        row.getObject(5, OffsetDateTime.class).toInstant()),
                batchIds);
    }

    /** Rows that begin with their batch's id; one query however many batches are shown. */
    private <T> Map<UUID, List<T>> byBatch(String sql, RowReader<T> reader, Collection<UUID> batchIds) {
        return list(sql, row -> Map.entry(row.getObject(1, UUID.class), reader.read(row)), (Object)
                        batchIds.toArray(UUID[]::new))
                .stream()
                .collect(Collectors.groupingBy(
                        Map.Entry::getKey, Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    }

    private static final String CLAIM = """
        select c.batch_id, c.transaction_ordinal, c.claim_id, c.patient_control_number
        from batch_claim c
        """;

    private static SubmittedClaim claim(ResultSet row) throws SQLException {
        return new SubmittedClaim(
                row.getObject(1, UUID.class), row.getInt(2), row.getObject(3, UUID.class), row.getString(4));
    }

    private static SubmittedTransaction transaction(ResultSet row) throws SQLException {
        return new SubmittedTransaction(row.getObject(1, UUID.class), row.getInt(2), row.getLong(3), row.getString(4));
    }

    @FunctionalInterface
    private interface RowReader<T> {
        T read(ResultSet row) throws SQLException;
    }

    private <T> Optional<T> one(String sql, RowReader<T> reader, Object... parameters) {
        return list(sql, reader, parameters).stream().findFirst();
    }

    private <T> List<T> list(String sql, RowReader<T> reader, Object... parameters) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            for (int i = 0; i < parameters.length; i++) {
                Object parameter = parameters[i];
                select.setObject(
                        i + 1, parameter instanceof UUID[] ids ? connection.createArrayOf("uuid", ids) : parameter);
            }
            try (ResultSet rows = select.executeQuery()) {
                List<T> found = new ArrayList<>();
                while (rows.next()) {
                    found.add(reader.read(rows));
                }
                return found;
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The batch's tables could not be used", e);
    }
}
