package dev.superbill.testing;

import dev.superbill.phi.Keyring;
import java.util.Base64;

/** Keyrings for tests of rotation. */
public final class TestKeys {

    /** The name of the key that follows that of development. */
    public static final String NEXT = "2027";

    private TestKeys() {}

    /** Opens what the key of development has sealed, and seals by the next one. */
    public static Keyring withNext() {
        return Keyring.parse(
                Keyring.LOCAL_DEVELOPMENT_KEYS + "," + NEXT + ":"
                        + Base64.getEncoder().encodeToString(new byte[32]),
                NEXT);
    }
}
