package dev.superbill.payments.remittance.partner;

import java.security.PublicKey;
import java.util.Arrays;
import java.util.List;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;

/**
 * The one key by which a server is known; a server with another key is not talked to.
 *
 * @param text a public key line as in {@code known_hosts} ({@code ssh-ed25519 AAAA…}, with or without a host in front), or
 *     the key's fingerprint ({@code SHA256:…})
 */
public record HostKey(String text) {

    private static final String FINGERPRINT = "SHA256:";

    /** Whether this is the key that a server has shown. */
    boolean matches(PublicKey shown) {
        String expected = text.strip();
        if (expected.startsWith(FINGERPRINT)) {
            return expected.replaceAll("=+$", "").equals(KeyUtils.getFingerPrint(BuiltinDigests.sha256, shown));
        }
        List<String> expectedWords = Arrays.asList(expected.split("\\s+"));
        List<String> shownWords =
                Arrays.asList(PublicKeyEntry.toString(shown).split("\\s+")).subList(0, 2);
        for (int from = 0; from + 2 <= Math.min(expectedWords.size(), 3); from++) {
            if (expectedWords.subList(from, from + 2).equals(shownWords)) {
                return true;
            }
        }
        return false;
    }
}
