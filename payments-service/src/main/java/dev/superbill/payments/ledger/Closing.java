package dev.superbill.payments.ledger;

import dev.superbill.payments.practice.PracticeProfiles;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.web.ProblemException;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;

/** Closes days. A closed day is never opened again; what comes late for it goes to the next open day. */
@ApplicationScoped
@Transactional
class Closing {

    private final AgroalDataSource dataSource;
    private final PracticeProfiles practice;
    private final PracticeContext context;

    Closing(AgroalDataSource dataSource, PracticeProfiles practice, PracticeContext context) {
        this.dataSource = dataSource;
        this.practice = practice;
        this.context = context;
    }

    /**
     * Closes a day and all before it; what is closed already stays so.
     *
     * @throws ProblemException 422 {@code DAY_NOT_OVER} for today and later
     */
    ClosingView close(LocalDate through) {
        if (!through.isBefore(practice.today())) {
            throw ProblemException.unprocessable(
                    "DAY_NOT_OVER", "through", "This day is not over at the practice", "Close yesterday or earlier");
        }
        try (Connection connection = dataSource.getConnection()) {
            ClosedDays.close(connection, through, context.actor());
            return new ClosingView(ClosedDays.closedThrough(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The days could not be closed", e);
        }
    }

    ClosingView current() {
        try (Connection connection = dataSource.getConnection()) {
            return new ClosingView(ClosedDays.closedThrough(connection));
        } catch (SQLException e) {
            throw new IllegalStateException("The closed days could not be read", e);
        }
    }
}
