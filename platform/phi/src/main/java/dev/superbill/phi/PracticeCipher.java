package dev.superbill.phi;

import dev.superbill.kernel.PracticeId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.HKDFParameterSpec;

/**
 * Seals and opens what identifies the patients of one practice, and finds it again by blind indexes. Safe for use by many
 * threads; keys are derived when it is made, never for a value.
 *
 * <p>Nonces are random: a practice may seal some 2<sup>32</sup> values under one master key before that has to be followed
 * by another (NIST SP 800-38D, 8.3).
 */
public final class PracticeCipher {

    private static final byte FORMAT = 1;
    private static final String TEXT = "enc:v1:";
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final int INDEX_BYTES = 16;
    private static final byte[] SALT = "superbill phi v1".getBytes(StandardCharsets.US_ASCII);

    private static final ThreadLocal<Cipher> CIPHER = ThreadLocal.withInitial(() -> {
        try {
            return Cipher.getInstance("AES/GCM/NoPadding");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has AES-GCM", e);
        }
    });
    private static final ThreadLocal<Mac> MAC = ThreadLocal.withInitial(() -> {
        try {
            return Mac.getInstance("HmacSHA256");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HMAC-SHA256", e);
        }
    });
    private static final ThreadLocal<Nonces> NONCES = ThreadLocal.withInitial(Nonces::new);

    private final String practice;
    private final Map<String, Keys> keys;
    private final Keys active;

    private PracticeCipher(String practice, Map<String, Keys> keys, Keys active) {
        this.practice = practice;
        this.keys = keys;
        this.active = active;
    }

    /** A practice's keys of one master key. */
    private record Keys(String name, byte[] prefix, SecretKey cipher, SecretKey index) {}

    static PracticeCipher derive(PracticeId practice, Map<String, SecretKey> masters, String active) {
        Map<String, Keys> keys = new LinkedHashMap<>();
        masters.forEach((name, master) -> keys.put(
                name,
                new Keys(
                        name,
                        prefix(name.getBytes(StandardCharsets.US_ASCII)),
                        derive(master, "AES", "encrypt|" + practice),
                        derive(master, "HmacSHA256", "index|" + practice))));
        Keys sealing = keys.get(active);
        if (sealing == null) {
            throw new IllegalArgumentException("The active key is not in the keyring");
        }
        return new PracticeCipher(practice.value(), keys, sealing);
    }

    private static SecretKey derive(SecretKey master, String algorithm, String purpose) {
        try {
            return KDF.getInstance("HKDF-SHA256")
                    .deriveKey(
                            algorithm,
                            HKDFParameterSpec.ofExtract()
                                    .addIKM(master)
                                    .addSalt(SALT)
                                    .thenExpand(purpose.getBytes(StandardCharsets.US_ASCII), 32));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The keys of a practice could not be derived", e);
        }
    }

    static byte[] prefix(byte[] name) {
        return ByteBuffer.allocate(2 + name.length)
                .put(FORMAT)
                .put((byte) name.length)
                .put(name)
                .array();
    }

    /** Seals a value to its place; the same value again looks different. */
    public byte[] seal(Place place, byte[] plain) {
        return sealed(place, plain, active.prefix());
    }

    private byte[] sealed(Place place, byte[] plain, byte[] prefix) {
        byte[] sealed = Arrays.copyOf(prefix, prefix.length + NONCE_BYTES + plain.length + TAG_BITS / 8);
        NONCES.get().next(sealed, prefix.length);
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(
                    Cipher.ENCRYPT_MODE,
                    active.cipher(),
                    new GCMParameterSpec(TAG_BITS, sealed, prefix.length, NONCE_BYTES));
            cipher.updateAAD(associated(place));
            cipher.doFinal(plain, 0, plain.length, sealed, prefix.length + NONCE_BYTES);
            return sealed;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value could not be sealed", e);
        }
    }

    /**
     * Opens a value at its place.
     *
     * @throws SealBrokenException when it was not sealed for this place, or not by a key of the keyring
     */
    public byte[] open(Place place, byte[] sealed) {
        if (sealed.length < 2 || sealed[0] != FORMAT || sealed[1] < 0 || sealed.length < 2 + sealed[1]) {
            throw new SealBrokenException("This is no sealed value");
        }
        int from = 2 + sealed[1];
        return opened(place, keyNamed(new String(sealed, 2, sealed[1], StandardCharsets.US_ASCII)), sealed, from);
    }

    private byte[] opened(Place place, Keys by, byte[] sealed, int from) {
        if (sealed.length < from + NONCE_BYTES + TAG_BITS / 8) {
            throw new SealBrokenException("The sealed value is cut short");
        }
        try {
            Cipher cipher = CIPHER.get();
            cipher.init(Cipher.DECRYPT_MODE, by.cipher(), new GCMParameterSpec(TAG_BITS, sealed, from, NONCE_BYTES));
            cipher.updateAAD(associated(place));
            return cipher.doFinal(sealed, from + NONCE_BYTES, sealed.length - from - NONCE_BYTES);
        } catch (AEADBadTagException e) {
            throw new SealBrokenException("The value was changed, or was sealed for another place");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A value could not be opened", e);
        }
    }

    /** {@link #seal(Place, byte[])} in the form that stands in JSON. */
    public String sealText(Place place, byte[] plain) {
        return TEXT
                + active.name()
                + ':'
                + Base64.getUrlEncoder().withoutPadding().encodeToString(sealed(place, plain, new byte[0]));
    }

    /**
     * Opens what {@link #sealText} has made.
     *
     * @throws SealBrokenException as {@link #open(Place, byte[])}
     */
    public byte[] openText(Place place, String text) {
        int colon = text.indexOf(':', TEXT.length());
        if (!text.startsWith(TEXT) || colon < 0) {
            throw new SealBrokenException("This is no sealed value");
        }
        byte[] sealed;
        try {
            sealed = Base64.getUrlDecoder().decode(text.substring(colon + 1));
        } catch (IllegalArgumentException e) {
            throw new SealBrokenException("The sealed value is no base64");
        }
        return opened(place, keyNamed(text.substring(TEXT.length(), colon)), sealed, 0);
    }

    private Keys keyNamed(String name) {
        Keys found = keys.get(name);
        if (found == null) {
            throw new SealBrokenException("The value was sealed by a key that is not in the keyring");
        }
        return found;
    }

    /**
     * The blind index under which a value is kept: equal for values that differ in case and outer blanks only, and telling
     * nothing else of them.
     *
     * @param kind what the value is, such as {@code member}; equal values of two kinds have different indexes
     */
    public byte[] index(String kind, String value) {
        return index(active, kind, normalised(value));
    }

    /** All blind indexes under which a value may have been kept, one for each key of the ring: for look-ups. */
    public List<byte[]> indexes(String kind, String value) {
        String normalised = normalised(value);
        List<byte[]> indexes = new ArrayList<>(keys.size());
        indexes.add(index(active, kind, normalised));
        for (Keys other : keys.values()) {
            if (!other.name().equals(active.name())) {
                indexes.add(index(other, kind, normalised));
            }
        }
        return indexes;
    }

    /** The blind indexes of all beginnings of a value: what begins like it is found by {@link #indexes}. */
    public List<byte[]> beginnings(String kind, String value) {
        String normalised = normalised(value);
        List<byte[]> indexes = new ArrayList<>();
        for (int end = 1; end <= normalised.length(); end++) {
            indexes.add(index(active, kind, normalised.substring(0, end)));
        }
        return indexes;
    }

    private static byte[] index(Keys by, String kind, String normalised) {
        try {
            Mac mac = MAC.get();
            mac.init(by.index());
            return Arrays.copyOf(mac.doFinal((kind + '|' + normalised).getBytes(StandardCharsets.UTF_8)), INDEX_BYTES);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("A blind index could not be made", e);
        }
    }

    private static String normalised(String value) {
        return value.strip().toUpperCase(Locale.ROOT);
    }

    private byte[] associated(Place place) {
        return (practice + '|' + place.name()).getBytes(StandardCharsets.UTF_8);
    }
}
