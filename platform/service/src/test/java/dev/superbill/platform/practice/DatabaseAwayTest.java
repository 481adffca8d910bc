package dev.superbill.platform.practice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.kernel.PracticeId;
import dev.superbill.platform.database.TransientFault;
import dev.superbill.testing.Backed;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.TestDatabase;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.SystemException;
import jakarta.transaction.TransactionManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "staff")
class DatabaseAwayTest {

    private static final PracticeId MAPLE = new PracticeId("maple");

    @Inject
    PracticeContext context;

    @Inject
    TransactionManager transactions;

    @Test
    void leavesNoTransactionOnTheThreadThatCouldNotBeginOne() throws SQLException, SystemException {
        asSuperuser(
                "alter database staff connection limit 0",
                "select pg_terminate_backend(pid, 10000) from pg_stat_activity where usename = 'staff_app'");
        try {
            // the first may meet a connection of before, a later one a database that lets nobody in
            for (int attempt = 0; attempt < 3; attempt++) {
                assertThatThrownBy(this::work)
                        .isInstanceOf(IllegalStateException.class)
                        .matches(TransientFault::causes);
                assertThat(transactions.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
            }
        } finally {
            asSuperuser("alter database staff connection limit -1");
        }
        Eventually.asserted(this::work);
    }

    private void work() {
        context.run(MAPLE, "test", () -> QuarkusTransaction.requiringNew().run(() -> {}));
    }

    private static void asSuperuser(String... statements) throws SQLException {
        try (Connection connection = TestDatabase.of("staff").connectAsSuperuser();
                Statement statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }
}
