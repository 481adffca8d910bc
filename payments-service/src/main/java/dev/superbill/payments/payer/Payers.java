package dev.superbill.payments.payer;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The payers of the practice. */
@ApplicationScoped
@Transactional
public class Payers {

    private static final String STORE = """
            insert into payer (id, version, payer_identifier, name) values (?, ?, ?, ?)
            on conflict (practice_id, id) do update set version = excluded.version,
              payer_identifier = excluded.payer_identifier, name = excluded.name
            where payer.version < excluded.version
            """;
    private static final String SELECT = "select id, payer_identifier, name from payer where ";

    private final AgroalDataSource dataSource;

    Payers(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /** The payer with this id. */
    public Optional<Payer> find(UUID id) {
        return Optional.ofNullable(byId(List.of(id)).get(id));
    }

    /** The payers with these ids; those that are not known (yet) are absent. */
    public Map<UUID, Payer> byId(Collection<UUID> ids) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SELECT + "id = any(?)")) {
            select.setArray(1, connection.createArrayOf("uuid", ids.toArray()));
            return read(select).stream().collect(Collectors.toMap(Payer::id, Function.identity()));
        } catch (SQLException e) {
            throw new IllegalStateException("The payers could not be read", e);
        }
    }

    /** The payers that claims call so, without regard to case: usually one. */
    public List<Payer> findByIdentifier(String payerIdentifier) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select =
                        connection.prepareStatement(SELECT + "upper(payer_identifier) = upper(?) order by id")) {
            select.setString(1, payerIdentifier.strip());
            return read(select);
        } catch (SQLException e) {
            throw new IllegalStateException("The payers could not be read", e);
        }
    }

    void store(PayerChanged payer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(STORE)) {
            upsert.setObject(1, payer.payerId());
            upsert.setLong(2, payer.version());
            upsert.setString(3, payer.payerIdentifier());
            upsert.setString(4, payer.name());
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The payer could not be stored", e);
        }
    }

    private static List<Payer> read(PreparedStatement select) throws SQLException {
        List<Payer> payers = new ArrayList<>();
        try (ResultSet row = select.executeQuery()) {
            while (row.next()) {
                payers.add(new Payer(row.getObject(1, UUID.class), row.getString(2), row.getString(3)));
            }
        }
        return payers;
    }
}
