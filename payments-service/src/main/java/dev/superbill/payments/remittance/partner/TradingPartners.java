package dev.superbill.payments.remittance.partner;

import dev.superbill.kernel.PracticeId;
import dev.superbill.platform.sftp.HostKey;
import dev.superbill.platform.sftp.RemoteFile;
import dev.superbill.platform.sftp.SftpAddress;
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
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The trading partners of the practice, and which of their files were looked at. */
@ApplicationScoped
@Transactional
public class TradingPartners {

    private static final String STORE = """
            insert into trading_partner (id, version, name, submitter_id, host, port, host_key, inbound_folder)
            values (?, ?, ?, ?, ?, ?, ?, ?)
            on conflict (practice_id, id) do update set version = excluded.version, name = excluded.name,
              submitter_id = excluded.submitter_id, host = excluded.host, port = excluded.port,
              host_key = excluded.host_key, inbound_folder = excluded.inbound_folder
            where trading_partner.version < excluded.version
            """;

    private static final String STORE_SERVER = """
            insert into partner_server (practice_id, partner_id, host, port)
            select practice_id, id, host, port from trading_partner where id = ?
            on conflict (practice_id, partner_id) do update set host = excluded.host, port = excluded.port
            """;
    private static final String AT_SERVER = """
            select theirs.partner_id from partner_server ours
              join partner_server theirs on theirs.host = ours.host and theirs.port = ours.port
            where ours.practice_id = ? and ours.partner_id = ? and theirs.practice_id = ? and ours.host <> ''
            order by theirs.partner_id limit 1
            """;

    private final AgroalDataSource dataSource;
    private final Clock clock;

    TradingPartners(AgroalDataSource dataSource, Clock clock) {
        this.dataSource = dataSource;
        this.clock = clock;
    }

    /** Partners that have a server. */
    public List<TradingPartner> withServer() {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("""
                        select id, name, host, port, submitter_id, host_key, inbound_folder
                        from trading_partner where host <> '' and inbound_folder <> '' order by id
                        """);
                ResultSet row = select.executeQuery()) {
            List<TradingPartner> partners = new ArrayList<>();
            while (row.next()) {
                partners.add(new TradingPartner(
                        row.getObject(1, UUID.class),
                        row.getString(2),
                        new SftpAddress(
                                row.getString(3), row.getInt(4), row.getString(5), new HostKey(row.getString(6))),
                        row.getString(7)));
            }
            return partners;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * What another practice calls the partner of this one: they share its server.
     *
     * @return empty when the other practice does not work with that partner
     */
    public Optional<UUID> sharedWith(PracticeId practice, UUID partnerId, PracticeId other) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(AT_SERVER)) {
            select.setString(1, practice.value());
            select.setObject(2, partnerId);
            select.setString(3, other.value());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(row.getObject(1, UUID.class)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /** Whether a file was looked at before; another size or time makes it another file. */
    public boolean isSeen(UUID partnerId, RemoteFile file) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select 1 from fetched_file where partner_id = ? and name = ? and size = ? and modified_at = ?")) {
            setFile(select, partnerId, file);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    /**
     * Remembers that a file was looked at.
     *
     * @param remittanceId null for a file that is no remittance
     */
    public void seen(UUID partnerId, RemoteFile file, @Nullable UUID remittanceId) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into fetched_file (partner_id, name, size, modified_at, remittance_id, fetched_at)
                        values (?, ?, ?, ?, ?, ?) on conflict do nothing
                        """)) {
            setFile(insert, partnerId, file);
            insert.setObject(5, remittanceId);
            insert.setTimestamp(6, new Timestamp(clock.millis()));
            insert.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    void store(TradingPartnerChanged partner) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(STORE)) {
            upsert.setObject(1, partner.tradingPartnerId());
            upsert.setLong(2, partner.version());
            upsert.setString(3, partner.name());
            upsert.setString(4, partner.submitterId());
            upsert.setString(5, orEmpty(partner.host()));
            upsert.setInt(6, partner.port());
            upsert.setString(7, orEmpty(partner.hostKey()));
            upsert.setString(8, orEmpty(partner.inboundFolder()));
            upsert.executeUpdate();
            try (PreparedStatement server = connection.prepareStatement(STORE_SERVER)) {
                server.setObject(1, partner.tradingPartnerId());
                server.executeUpdate();
            }
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private static void setFile(PreparedStatement statement, UUID partnerId, RemoteFile file) throws SQLException {
        statement.setObject(1, partnerId);
        statement.setString(2, file.name());
        statement.setLong(3, file.size());
        statement.setTimestamp(4, Timestamp.from(file.modifiedAt()));
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static IllegalStateException failed(SQLException e) {
        return new IllegalStateException("The trading partners could not be read or written", e);
    }
}
