package dev.superbill.platform.database;

import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.OptimisticLockException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLException;
import java.sql.SQLRecoverableException;
import java.sql.SQLTransientException;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Tells faults that pass by themselves from those that do not. */
public final class TransientFault {

    private TransientFault() {}

    /** Whether such a fault lies beneath an exception. */
    public static boolean causes(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (isTransient(cause)) {
                return true;
            }
        }
        return false;
    }

    /** The name of the transient cause, without its message, which may quote data. */
    public static String name(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            if (isTransient(cause)) {
                return cause instanceof SQLException sql
                        ? "SQL state " + sql.getSQLState()
                        : cause.getClass().getSimpleName();
            }
        }
        return fault.getClass().getSimpleName();
    }

    private static boolean isTransient(Throwable cause) {
        return switch (cause) {
            case OptimisticLockException e -> true;
            case StaleStateException e -> true;
            case LockTimeoutException e -> true;
            case PessimisticLockException e -> true;
            case SQLTransientException e -> true;
            case SQLRecoverableException e -> true;
            case SQLException e -> isTransientState(e.getSQLState());
            default -> false;
        };
    }

    /** Classes 08 connection, 40 rollback (serialization, deadlock), 53 resources, 57P shutdown, 55P03 lock. */
    private static boolean isTransientState(@Nullable String state) {
        return state != null
                && (state.startsWith("08")
                        || state.startsWith("40")
                        || state.startsWith("53")
                        || state.startsWith("57P")
                        || state.equals("55P03"));
    }
}
