package dev.superbill.platform.sftp;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;

/**
 * The one key by which a server is known. A server with another key is not talked to: it would be told the claims of
 * patients.
 *
 * @param text the algorithm and the key in base64 as in {@code known_hosts} ({@code ssh-ed25519 AAAA…}), with or without a
 *     host in front, or the key's fingerprint ({@code SHA256:…}); a text that is neither is the key of no server
 */
public record HostKey(String text) {

    private static final String FINGERPRINT = "SHA256:";
    private static final int SHA256_BYTES = 32;

    /**
     * Reads a fingerprint, a public key line, or a line of {@code known_hosts} (with a host in front), and keeps of it what
     * tells the key.
     *
     * @throws IllegalArgumentException when it is none of them
     */
    public static HostKey parse(String text) {
        String stripped = text.strip();
        if (stripped.startsWith(FINGERPRINT)) {
            return fingerprint(stripped);
        }
        List<String> words = words(stripped);
        for (int first = 0; first <= 1 && first + 1 < words.size(); first++) {
            if (words.get(first).matches("(ssh|ecdsa|sk)-[A-Za-z0-9@.-]+")) {
                return publicKey(words.get(first) + " " + words.get(first + 1));
            }
        }
        throw malformed();
    }

    /** Whether this is the key that a server has shown. */
    boolean matches(PublicKey shown) {
        String expected = text.strip();
        if (expected.startsWith(FINGERPRINT)) {
            return unpadded(expected).equals(KeyUtils.getFingerPrint(BuiltinDigests.sha256, shown));
        }
        List<String> expectedWords = words(expected);
        List<String> shownWords = words(PublicKeyEntry.toString(shown)).subList(0, 2);
        // the key stands at the beginning or after a host
        for (int first = 0; first <= 1 && first + 2 <= expectedWords.size(); first++) {
            if (expectedWords.subList(first, first + 2).equals(shownWords)) {
                return true;
            }
        }
        return false;
    }

    private static HostKey fingerprint(String text) {
        String unpadded = unpadded(text);
        try {
            if (Base64.getDecoder().decode(unpadded.substring(FINGERPRINT.length())).length == SHA256_BYTES) {
                return new HostKey(unpadded);
            }
        } catch (IllegalArgumentException e) {
            // not base64: the same answer as to a digest of another length
        }
        throw malformed();
    }

    private static HostKey publicKey(String text) {
        try {
            PublicKeyEntry entry = PublicKeyEntry.parsePublicKeyEntry(text);
            if (entry != null && entry.getKeyData().length > 0) {
                return new HostKey(text);
            }
        } catch (RuntimeException e) {
            throw malformed();
        }
        throw malformed();
    }

    private static String unpadded(String fingerprint) {
        return fingerprint.replaceAll("=+$", "");
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.split("\\s+"));
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException("The host key is neither an OpenSSH public key nor a SHA256 fingerprint");
    }
}
