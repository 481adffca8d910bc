package dev.superbill.phi;

/** A sealed value does not open: damaged, moved from elsewhere, or sealed by a key that is not in the keyring. */
public class SealBrokenException extends RuntimeException {

    /** The message never has anything of the value. */
    public SealBrokenException(String message) {
        super(message);
    }
}
