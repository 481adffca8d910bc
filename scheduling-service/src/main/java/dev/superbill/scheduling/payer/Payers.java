package dev.superbill.scheduling.payer;

import dev.superbill.platform.arrival.ArrivalWait;
import dev.superbill.platform.web.Problem.Fault;
import dev.superbill.platform.web.ProblemException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** The payers that a coverage may name. */
@ApplicationScoped
public class Payers {

    private static final String STORE = """
            insert into payer (practice_id, id, version, name) values (current_practice(), ?, ?, ?)
            on conflict (practice_id, id) do update set version = excluded.version, name = excluded.name
            where payer.version < excluded.version
            """;

    private final AgroalDataSource dataSource;

    Payers(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    /**
     * Waits until the payer is known here; best called outside a transaction.
     *
     * @throws ProblemException 404 naming the field {@code payerId} when three seconds did not bring it
     */
    public void awaitKnown(UUID id) {
        if (!ArrivalWait.ofRequest().until(() -> isKnown(id))) {
            throw ProblemException.invalid(
                    404,
                    "PAYER_UNKNOWN",
                    List.of(Fault.ofField(
                            "payerId",
                            "There is no payer with this id",
                            "Make the payer first, or choose one of the list of payers")));
        }
    }

    void store(PayerChanged payer) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement upsert = connection.prepareStatement(STORE)) {
            upsert.setObject(1, payer.payerId());
            upsert.setLong(2, payer.version());
            upsert.setString(3, payer.name());
            upsert.executeUpdate();
        } catch (SQLException e) {
            throw new IllegalStateException("The payer could not be stored", e);
        }
    }

    private boolean isKnown(UUID id) {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement("select 1 from payer where id = ?")) {
            select.setObject(1, id);
            try (ResultSet row = select.executeQuery()) {
                return row.next();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The payer could not be read", e);
        }
    }
}
