package dev.superbill.platform.events;

import io.agroal.api.AgroalDataSource;
import io.smallrye.health.api.Wellness;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.HealthCheckResponseBuilder;

/** Whether the relay's replication slot is there: a lost slot means events that were never sent. */
@Wellness
@ApplicationScoped
class OutboxSlotCheck implements HealthCheck {

    private static final String SLOT = """
            select wal_status, active, pg_wal_lsn_diff(pg_current_wal_lsn(), confirmed_flush_lsn)
            from pg_replication_slots where slot_name = 'outbox_' || current_database()
            """;

    private final AgroalDataSource dataSource;

    OutboxSlotCheck(AgroalDataSource dataSource) {
        this.dataSource = dataSource;
    }

    @Override
    public HealthCheckResponse call() {
        HealthCheckResponseBuilder response = HealthCheckResponse.named("event relay slot");
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(SLOT);
                ResultSet slot = select.executeQuery()) {
            if (!slot.next()) {
                return response.down().withData("slot", "missing").build();
            }
            return response.status(!"lost".equals(slot.getString(1)))
                    .withData("walStatus", slot.getString(1))
                    .withData("relayConnected", slot.getBoolean(2))
                    .withData("unsentBytes", slot.getLong(3))
                    .build();
        } catch (SQLException e) {
            return response.down().withData("database", "unreachable").build();
        }
    }
}
