package dev.superbill.platform.events;

/** A message that can never be applied as it is: it goes to the dead letters. Its text never quotes the payload. */
public class UnreadableEventException extends RuntimeException {

    public UnreadableEventException(String message) {
        super(message);
    }
}
