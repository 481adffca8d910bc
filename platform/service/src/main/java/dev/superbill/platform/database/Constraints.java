package dev.superbill.platform.database;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;

/**
 * Which constraint a statement has violated. Hibernate's own {@code getConstraintName()} does not know exclusion
 * constraints.
 */
public final class Constraints {

    private Constraints() {}

    /** The name of the constraint that is the cause, or an empty text where none is. */
    public static String violated(Throwable fault) {
        for (Throwable cause = fault; cause != null; cause = cause.getCause()) {
            String name = cause instanceof PSQLException postgres ? name(postgres.getServerErrorMessage()) : null;
            if (name != null) {
                return name;
            }
        }
        return "";
    }

    private static @Nullable String name(@Nullable ServerErrorMessage message) {
        return message == null ? null : message.getConstraint();
    }
}
