package dev.superbill.platform.sftp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import org.apache.sshd.common.config.keys.KeyUtils;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.digest.BuiltinDigests;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostKeyTest {

    private final KeyPair pair = key();
    private final KeyPair other = key();

    @Test
    void knowsAServerByItsPublicKey() {
        String line = PublicKeyEntry.toString(pair.getPublic());

        for (String text : new String[] {line, line + " root@server", "[127.0.0.1]:12222 " + line, " " + line + "\n"}) {
            HostKey key = HostKey.parse(text);
            assertThat(key.text()).isEqualTo(line);
            assertThat(key.matches(pair.getPublic())).isTrue();
            assertThat(key.matches(other.getPublic())).isFalse();
        }
    }

    @Test
    void knowsAServerByItsFingerprint() {
        HostKey key = HostKey.parse(KeyUtils.getFingerPrint(BuiltinDigests.sha256, pair.getPublic()));

        assertThat(key.matches(pair.getPublic())).isTrue();
        assertThat(key.matches(other.getPublic())).isFalse();
    }

    @Test
    void knowsAServerByATextAsItWasStored() {
        String line = PublicKeyEntry.toString(pair.getPublic());

        assertThat(new HostKey("[127.0.0.1]:12222 " + line + " comment").matches(pair.getPublic()))
                .isTrue();
        assertThat(new HostKey("").matches(pair.getPublic())).isFalse();
        assertThat(new HostKey("a comment " + line).matches(pair.getPublic())).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "SHA256:",
                "SHA256:abc",
                "SHA256:!!",
                "MD5:16:27:ac",
                "ssh-ed25519",
                "ssh-ed25519 !!!",
                "a b c"
            })
    void refusesWhatIsNoKey(String text) {
        assertThatThrownBy(() -> HostKey.parse(text)).isInstanceOf(IllegalArgumentException.class);
    }

    private static KeyPair key() {
        try {
            return KeyUtils.generateKeyPair(KeyPairProvider.ECDSA_SHA2_NISTP256, 256);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
