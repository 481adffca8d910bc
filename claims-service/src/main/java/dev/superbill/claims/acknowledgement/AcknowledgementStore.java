package dev.superbill.claims.acknowledgement;

import dev.superbill.claims.claim.ClaimStatus;
import dev.superbill.claims.claim.Hop;
import dev.superbill.kernel.UuidV7;
import dev.superbill.phi.Place;
import dev.superbill.platform.phi.Phi;
import dev.superbill.platform.phi.SealedColumn;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.sftp.RemoteFile;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Bytes of acknowledgements, what they said of claims, and the files that were looked at; in the running transaction. */
@ApplicationScoped
class AcknowledgementStore {

    private final AgroalDataSource dataSource;
    private final PracticeContext context;
    private final Phi phi;
    private final SealedColumn<String> notes;
    private final Clock clock;

    AcknowledgementStore(AgroalDataSource dataSource, PracticeContext context, Phi phi, Clock clock) {
        this.dataSource = dataSource;
        this.context = context;
        this.phi = phi;
        this.notes = phi.column("acknowledgement_claim", "note", String.class);
        this.clock = clock;
    }

    /**
     * Where a file came from.
     *
     * @param tradingPartnerId null for an upload
     */
    record Origin(@Nullable UUID tradingPartnerId, @Nullable String fileName) {

        static final Origin UPLOAD = new Origin(null, null);

        String source() {
            return tradingPartnerId == null ? "UPLOAD" : "SFTP";
        }
    }

    /** A kept file; new unless the same bytes were kept before. */
    record Kept(UUID id, boolean isNew) {}

    /** What an answer has said of a claim, and what came of it. */
    record Effect(
            UUID claimId, UUID batchId, Hop hop, Verdict verdict, ClaimStatus from, ClaimStatus to, String note) {}

    /** The effects of an acknowledgement as they are shown. */
    record Effects(List<AcknowledgementView.Moved> moved, List<AcknowledgementView.Recorded> recorded) {

        static final Effects NONE = new Effects(List.of(), List.of());

        private static Effects none() {
            return new Effects(new ArrayList<>(), new ArrayList<>());
        }

        private void add(ResultSet row, String note) throws SQLException {
            UUID claimId = row.getObject(2, UUID.class);
            ClaimStatus from = ClaimStatus.valueOf(row.getString(3));
            ClaimStatus to = ClaimStatus.valueOf(row.getString(4));
            if (from == to) {
                recorded.add(new AcknowledgementView.Recorded(claimId, to, row.getString(5), note));
            } else {
                moved.add(new AcknowledgementView.Moved(claimId, from, to, note));
            }
        }
    }

    /** Keeps the bytes; the same bytes again are the same acknowledgement. */
    Kept keep(byte[] content, Origin origin) {
        Kept kept = note(Sha256.of(content), content.length, origin);
        if (kept.isNew()) {
            try (Connection connection = dataSource.getConnection();
                    PreparedStatement insert = connection.prepareStatement(
                            "insert into acknowledgement_x12 (acknowledgement_id, content) values (?, ?)")) {
                insert.setObject(1, kept.id());
                insert.setBytes(2, phi.cipher().seal(place(kept.id()), content));
                insert.executeUpdate();
            } catch (SQLException e) {
                throw failed(e);
            }
        }
        return kept;
    }

    /** Notes a file whose bytes are not kept here. */
    Kept note(String sha256, long bytes, Origin origin) {
        UUID id = UuidV7.next(clock);
        try (Connection connection = dataSource.getConnection()) {
            return insert(connection, id, sha256, bytes, origin)
                    ? new Kept(id, true)
                    : new Kept(ofHash(connection, sha256), false);
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private boolean insert(Connection connection, UUID id, String sha256, long bytes, Origin origin)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into acknowledgement (id, practice_id, version, trading_partner_id, source, file_name, received_at, received_by, sha256, bytes, status, attempts)
                values (?, ?, 0, ?, ?, ?, ?, ?, ?, ?, 'KEPT', 0) on conflict (practice_id, sha256) do nothing
                """)) {
            insert.setObject(1, id);
            insert.setString(2, context.practice().value());
            insert.setObject(3, origin.tradingPartnerId());
            insert.setString(4, origin.source());
            insert.setString(5, origin.fileName());
            insert.setObject(6, now());
            insert.setString(7, context.actor());
            insert.setString(8, sha256);
            insert.setLong(9, bytes);
            return insert.executeUpdate() == 1;
        }
    }

    private static UUID ofHash(Connection connection, String sha256) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select id from acknowledgement where sha256 = ?")) {
            select.setString(1, sha256);
            try (ResultSet row = select.executeQuery()) {
                row.next();
                return row.getObject(1, UUID.class);
            }
        }
    }

    Optional<byte[]> content(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select content from acknowledgement_x12 where acknowledgement_id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(phi.cipher().open(place(id), row.getBytes(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static Place place(UUID id) {
        return Place.of("acknowledgement_x12", "content", id);
    }

    /** Answers of a practice apply one after the other, so that what each finds is what the one before has left. */
    void oneAtATime() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement lock =
                        connection.prepareStatement("select pg_advisory_xact_lock(hashtextextended(?, 0))")) {
            lock.setString(1, "acknowledgements of " + context.practice().value());
            lock.execute();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void record(UUID id, List<Effect> effects) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into acknowledgement_claim (acknowledgement_id, ordinal, claim_id, batch_id, hop, verdict, from_status, to_status, note)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            int ordinal = 0;
            for (Effect effect : effects) {
                ordinal++;
                insert.setObject(1, id);
                insert.setInt(2, ordinal);
                insert.setObject(3, effect.claimId());
                insert.setObject(4, effect.batchId());
                insert.setString(5, effect.hop().name());
                insert.setString(6, effect.verdict().name());
                insert.setString(7, effect.from().name());
                insert.setString(8, effect.to().name());
                insert.setBytes(9, notes.seal(id + "/" + ordinal, effect.note()));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** What acknowledgements did, in one query however many are shown; one that did nothing is absent. */
    Map<UUID, Effects> effects(Collection<UUID> ids) {
        Map<UUID, Effects> effects = new HashMap<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select acknowledgement_id, claim_id, from_status, to_status, verdict, note, ordinal
                        from acknowledgement_claim where acknowledgement_id = any (?) order by acknowledgement_id, ordinal
                        """)) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    UUID acknowledgement = row.getObject(1, UUID.class);
                    String note = notes.open(acknowledgement + "/" + row.getInt(7), row.getBytes(6));
                    effects.computeIfAbsent(acknowledgement, id -> Effects.none())
                            .add(row, note);
                }
            }
            return effects;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Those of a folder's files that were looked at before. */
    Set<RemoteFile> seen(UUID tradingPartnerId, List<RemoteFile> files) {
        Set<RemoteFile> seen = new HashSet<>();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select name, size, modified_at from inbound_file where trading_partner_id = ? and name = any (?)")) {
            select.setObject(1, tradingPartnerId);
            select.setArray(
                    2,
                    connection.createArrayOf(
                            "text", files.stream().map(RemoteFile::name).toArray()));
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    seen.add(new RemoteFile(
                            row.getString(1),
                            row.getLong(2),
                            row.getObject(3, OffsetDateTime.class).toInstant()));
                }
            }
            return seen;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void see(UUID tradingPartnerId, RemoteFile file, String outcome, @Nullable UUID acknowledgementId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into inbound_file (trading_partner_id, name, size, modified_at, outcome, acknowledgement_id, seen_at)
                        values (?, ?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)) {
            insert.setObject(1, tradingPartnerId);
            insert.setString(2, file.name());
            insert.setLong(3, file.size());
            insert.setObject(4, file.modifiedAt().atOffset(ZoneOffset.UTC));
            insert.setString(5, outcome);
            insert.setObject(6, acknowledgementId);
            insert.setObject(7, now());
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The acknowledgements' tables could not be used", e);
    }
}
