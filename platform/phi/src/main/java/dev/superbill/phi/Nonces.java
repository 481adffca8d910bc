package dev.superbill.phi;

import java.security.SecureRandom;

/** Random bytes of one thread, drawn some at a time: the generator takes longer for a call than for its bytes. */
final class Nonces {

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int NONCE_BYTES = 12;

    private final byte[] drawn = new byte[NONCE_BYTES * 256];
    private int used = drawn.length;

    /** Puts the next 12 bytes into an array; each is given once. */
    void next(byte[] target, int offset) {
        if (used == drawn.length) {
            RANDOM.nextBytes(drawn);
            used = 0;
        }
        System.arraycopy(drawn, used, target, offset, NONCE_BYTES);
        used += NONCE_BYTES;
    }
}
