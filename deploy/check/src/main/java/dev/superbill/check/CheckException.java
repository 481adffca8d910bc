package dev.superbill.check;

/** The check cannot be made: something that it reads does not answer. */
public class CheckException extends RuntimeException {

    public CheckException(String message, Throwable cause) {
        super(message, cause);
    }

    public CheckException(String message) {
        super(message);
    }
}
