package dev.superbill.claims.submission.partner;

import dev.superbill.platform.web.ProblemException;
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
 * @param text the algorithm and the key in base64 as in {@code known_hosts} ({@code ssh-ed25519 AAAA…}), or the key's
 *     fingerprint ({@code SHA256:…})
 */
public record HostKey(String text) {

    private static final String FINGERPRINT = "SHA256:";
    private static final int SHA256_BYTES = 32;

    /**
     * Reads a fingerprint, a public key line, or a line of {@code known_hosts} (with a host in front).
     *
     * @throws ProblemException 400 naming the field {@code hostKey}
     */
    public static HostKey parse(String text) {
        String stripped = text.strip();
        if (stripped.startsWith(FINGERPRINT)) {
            return fingerprint(stripped);
        }
        List<String> words = Arrays.asList(stripped.split("\\s+"));
        for (int first = 0; first <= 1 && first + 1 < words.size(); first++) {
            if (words.get(first).matches("(ssh|ecdsa|sk)-[A-Za-z0-9@.-]+")) {
                return publicKey(words.get(first) + " " + words.get(first + 1));
            }
        }
        throw malformed();
    }

    /** Whether this is the key that a server has shown. */
    boolean matches(PublicKey shown) {
        if (text.startsWith(FINGERPRINT)) {
            return text.equals(KeyUtils.getFingerPrint(BuiltinDigests.sha256, shown));
        }
        return text.equals(PublicKeyEntry.toString(shown));
    }

    private static HostKey fingerprint(String text) {
        try {
            String unpadded = text.replaceAll("=+$", "");
            byte[] digest = Base64.getDecoder().decode(unpadded.substring(FINGERPRINT.length()));
            if (digest.length == SHA256_BYTES) {
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

    private static ProblemException malformed() {
        return ProblemException.badRequest(
                "hostKey",
                "The host key is neither an OpenSSH public key nor a SHA256 fingerprint",
                "Send a line such as ssh-ed25519 AAAA… (from ssh-keyscan, checked with the partner) or SHA256:…");
    }
}
