package dev.superbill.phi;

import dev.superbill.kernel.PracticeId;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The master keys: one seals, all open. Each practice has keys of its own, derived from these, so that a leaked key of one
 * opens nothing of another.
 */
public final class Keyring {

    /** The name of the key that everybody knows: for development, tests and the stack on one machine. */
    public static final String LOCAL_DEVELOPMENT = "local-development";

    /** The keyring of that key alone, as it is configured. */
    public static final String LOCAL_DEVELOPMENT_KEYS =
            LOCAL_DEVELOPMENT + ":c3VwZXJiaWxsIGxvY2FsIGRldmVsb3BtZW50IGtleSE=";

    private static final int KEY_BYTES = 32;
    private static final Pattern NAME = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");

    private final Map<String, SecretKey> masters;
    private final String active;
    private final Map<PracticeId, PracticeCipher> ciphers = new ConcurrentHashMap<>();

    private Keyring(Map<String, SecretKey> masters, String active) {
        this.masters = masters;
        this.active = active;
    }

    /**
     * Reads a keyring.
     *
     * @param keys {@code name:key} separated by commas, each key 32 bytes in base64
     * @param active the name of the key that seals; empty for the first
     * @throws IllegalArgumentException when it is malformed; the message has nothing of a key
     */
    public static Keyring parse(String keys, String active) {
        Map<String, SecretKey> masters = new LinkedHashMap<>();
        for (String entry : keys.split(",")) {
            int colon = entry.indexOf(':');
            String name = colon < 0 ? "" : entry.substring(0, colon).strip();
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException(
                        "A key is written name:base64, its name 1 to 40 of a-z, 0-9, . and -");
            }
            if (masters.put(name, master(name, entry.substring(colon + 1).strip())) != null) {
                throw new IllegalArgumentException("Two keys have the name " + name);
            }
        }
        String first = masters.keySet().iterator().next();
        String sealing = active.isEmpty() ? first : active;
        if (!masters.containsKey(sealing)) {
            throw new IllegalArgumentException("The active key " + sealing + " is not in the keyring");
        }
        return new Keyring(masters, sealing);
    }

    /** The keyring of development and tests. */
    public static Keyring ofLocalDevelopment() {
        return parse(LOCAL_DEVELOPMENT_KEYS, "");
    }

    private static SecretKey master(String name, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException("The key " + name + " is no base64");
        }
        if (key.length != KEY_BYTES) {
            throw new IllegalArgumentException("The key " + name + " has " + key.length + " bytes instead of 32");
        }
        return new SecretKeySpec(key, "HKDF");
    }

    /** The cipher of a practice; made once. */
    public PracticeCipher of(PracticeId practice) {
        return ciphers.computeIfAbsent(practice, id -> PracticeCipher.derive(id, masters, active));
    }

    /** Whether there is one key only: then everything is sealed by it. */
    public boolean isSingle() {
        return masters.size() == 1;
    }

    /** The name of the key that seals. */
    public String active() {
        return active;
    }

    /** Whether it has the key that everybody knows, under whatever name. */
    public boolean isPublic() {
        Collection<SecretKey> known = ofLocalDevelopment().masters.values();
        return masters.values().stream().anyMatch(known::contains);
    }

    /** How values begin that the active key has sealed: by this a database tells them from those to be sealed anew. */
    public byte[] activePrefix() {
        return PracticeCipher.prefix(active.getBytes(StandardCharsets.US_ASCII));
    }

    /** Names the keys, never what they are. */
    @Override
    public String toString() {
        return "Keyring" + masters.keySet() + ", " + active + " seals";
    }
}
