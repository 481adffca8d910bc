package dev.superbill.payments.remittance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.payments.remittance.Remittance.Refusal;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The rows of remittances; every method works in the running transaction. */
@ApplicationScoped
class RemittanceTable {

    /** Longer than the longest batch; who has not been heard of for that long has died. */
    private static final Duration LEASE = Duration.ofMinutes(2);

    private static final String SELECT =
            "select id, sha256, bytes, received_at, source, received_by, status, refusal, of_others from remittance ";

    private final AgroalDataSource dataSource;
    private final Clock clock;
    private final ObjectMapper json;

    RemittanceTable(AgroalDataSource dataSource, Clock clock, ObjectMapper json) {
        this.dataSource = dataSource;
        this.clock = clock;
        this.json = json;
    }

    /** Keeps a new file, with its worker; false when the same bytes are kept already. */
    boolean insert(Remittance remittance, UUID worker) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement("""
                        insert into remittance (id, sha256, bytes, source, received_at, received_by, status, worker, worked_till)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (practice_id, sha256) do nothing
                        """)) {
            insert.setObject(1, remittance.id());
            insert.setString(2, remittance.sha256());
            insert.setLong(3, remittance.bytes());
            insert.setString(4, remittance.source());
            insert.setTimestamp(5, Timestamp.from(remittance.receivedAt()));
            insert.setString(6, remittance.receivedBy());
            insert.setString(7, remittance.status());
            insert.setObject(8, worker);
            insert.setTimestamp(9, till());
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    Optional<Remittance> find(UUID id) {
        return select(SELECT + "where id = ?", id, null, 1).stream().findFirst();
    }

    Optional<Remittance> findByHash(String sha256) {
        return select(SELECT + "where sha256 = ?", sha256, null, 1).stream().findFirst();
    }

    /** The remittances after one, the newest first. */
    List<Remittance> page(@Nullable UUID before, int limit) {
        return before == null
                ? select(SELECT + "order by id desc limit ?", null, null, limit)
                : select(SELECT + "where id < ? order by id desc limit ?", before, null, limit);
    }

    /** Remittances on which nobody works although they are not done. */
    List<Remittance> abandoned(int limit) {
        return select(
                SELECT
                        + "where status in ('RECEIVED', 'POSTING') and (worked_till is null or worked_till < ?) order by id limit ?",
                null,
                new Timestamp(clock.millis()),
                limit);
    }

    /** Takes over a remittance on which nobody works. */
    boolean take(UUID id, UUID worker) {
        return update(
                        "update remittance set worker = ?, worked_till = ? where id = ? and (worked_till is null or worked_till < ?)",
                        worker,
                        till(),
                        id,
                        new Timestamp(clock.millis()))
                == 1;
    }

    /**
     * Says that the worker is alive.
     *
     * @throws IllegalStateException when another has taken over: then nothing of the transaction may stay
     */
    void renew(UUID id, UUID worker) {
        if (update("update remittance set worked_till = ? where id = ? and worker = ?", till(), id, worker) != 1) {
            throw new IllegalStateException("Another worker has taken over the remittance");
        }
    }

    /** Gives a remittance back, for another to go on at once; one that another has taken over stays with that one. */
    void release(UUID id, UUID worker) {
        update("update remittance set worker = null, worked_till = null where id = ? and worker = ?", id, worker);
    }

    /** There is work to do again: at once, or when whoever works on it now is done or has died. */
    void reopen(UUID id) {
        update("""
                update remittance set status = 'POSTING',
                  worked_till = case when status in ('RECEIVED', 'POSTING') then worked_till end
                where id = ?
                """, id);
    }

    /** Keeps others from deciding what becomes of a remittance until the transaction ends. */
    void lock(UUID id) {
        select(SELECT + "where id = ? for update", id, null, 1);
    }

    void setStatus(UUID id, String status) {
        update("update remittance set status = ? where id = ?", status, id);
    }

    /** Some of its transactions are other practices'. */
    void share(UUID id, int ofOthers) {
        update("update remittance set of_others = ? where id = ?", ofOthers, id);
    }

    void refuse(UUID id, Refusal refusal) {
        try {
            update(
                    "update remittance set status = 'REJECTED', refusal = ? where id = ?",
                    json.writeValueAsString(refusal),
                    id);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The refusal could not be written", e);
        }
    }

    private Timestamp till() {
        return Timestamp.from(clock.instant().plus(LEASE));
    }

    private int update(String sql, Object... values) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                update.setObject(i + 1, values[i]);
            }
            return update.executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private List<Remittance> select(String sql, @Nullable Object key, @Nullable Timestamp moment, int limit) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(sql)) {
            int index = 1;
            if (key != null) {
                select.setObject(index++, key);
            }
            if (moment != null) {
                select.setTimestamp(index++, moment);
            }
            if (sql.endsWith("limit ?")) {
                select.setInt(index, limit);
            }
            List<Remittance> remittances = new ArrayList<>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    remittances.add(read(row));
                }
            }
            return remittances;
        } catch (SQLException | JsonProcessingException e) {
            throw failed(e);
        }
    }

    private Remittance read(ResultSet row) throws SQLException, JsonProcessingException {
        String refusal = row.getString(8);
        return new Remittance(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getLong(3),
                row.getTimestamp(4).toInstant(),
                row.getString(5),
                row.getString(6),
                row.getString(7),
                refusal == null ? null : json.readValue(refusal, Refusal.class),
                row.getInt(9));
    }

    private static IllegalStateException failed(Exception e) {
        return new IllegalStateException("The remittances could not be read or written", e);
    }
}
