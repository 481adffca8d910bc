package dev.superbill.platform.database;

import dev.superbill.platform.web.FaultDiagnosis;
import dev.superbill.platform.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.OptimisticLockException;
import java.sql.SQLException;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Tells the loser of a race for the same row, and whoever comes while the database is away or has no place left; and, where no rule of
 * a field has refused it before, whoever sends what no column can hold.
 */
@ApplicationScoped
class DatabaseDiagnosis implements FaultDiagnosis {

    private static final Logger LOG = Logger.getLogger(DatabaseDiagnosis.class);
    private static final int RETRY_AFTER_SECONDS = 2;

    @Override
    public Optional<ProblemException> of(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof OptimisticLockException) {
                return Optional.of(ProblemException.conflict(
                        "CHANGED_MEANWHILE", "Somebody else changed it at the same time: read it again"));
            }
        }
        if (isOutOfRange(fault)) {
            LOG.warn("A request held a value that no column takes; the check of its field is missing");
            return Optional.of(ProblemException.of(
                    400, "VALUE_OUT_OF_RANGE", "A value of the request is larger than it may be, or cannot be kept"));
        }
        if (!TransientFault.causes(fault) && !findsNoConnection(fault)) {
            return Optional.empty();
        }
        LOG.warnf("A request was sent away for now: %s", TransientFault.name(fault));
        return Optional.of(ProblemException.unavailable(
                "DATABASE_BUSY",
                "The database does not take it now; nothing was changed, repeat it",
                RETRY_AFTER_SECONDS));
    }

    /** Class 22, data exception: a date of the year 100000, a number beyond its column. */
    private static boolean isOutOfRange(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException e
                    && String.valueOf(e.getSQLState()).startsWith("22")) {
                return true;
            }
        }
        return false;
    }

    /** The pool's own refusal, when all connections are in use for too long, has no SQL state. */
    private static boolean findsNoConnection(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException
                    && String.valueOf(cause.getMessage()).contains("cquisition timeout")) {
                return true;
            }
        }
        return false;
    }
}
