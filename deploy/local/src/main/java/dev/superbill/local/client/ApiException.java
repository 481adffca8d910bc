package dev.superbill.local.client;

/** A call that was answered otherwise than its caller needs. */
public final class ApiException extends RuntimeException {

    private final int status;

    ApiException(String call, int status, String answer) {
        super(call + " answered " + status + ": " + answer);
        this.status = status;
    }

    /** Whether somebody else was first. */
    public boolean isConflict() {
        return status == 409;
    }
}
