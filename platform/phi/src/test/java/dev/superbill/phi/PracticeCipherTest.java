package dev.superbill.phi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.kernel.PracticeId;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PracticeCipherTest {

    private static final PracticeId MAPLE = new PracticeId("maple");
    private static final Place HERE = Place.of("patient", "details", new UUID(1, 2));

    private final PracticeCipher cipher = Keyring.ofLocalDevelopment().of(MAPLE);

    /** Goal: whatever is sealed opens to the same. Method: random values of all small sizes and some large ones. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void opensWhatItHasSealed(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 110; i++) {
            byte[] plain = new byte[i < 100 ? i : random.nextInt(1 << 16)];
            random.nextBytes(plain);

            byte[] sealed = cipher.seal(HERE, plain);

            assertThat(cipher.open(HERE, sealed))
                    .as("seed %d, value %d", seed, i)
                    .isEqualTo(plain);
            assertThat(cipher.openText(HERE, cipher.sealText(HERE, plain))).isEqualTo(plain);
        }
    }

    /** Goal: no bit can be changed unnoticed. Method: each bit of a sealed value is turned in turn. */
    @Test
    void opensNothingThatWasChanged() {
        byte[] sealed = cipher.seal(HERE, bytes("Rivera"));
        for (int bit = 0; bit < sealed.length * 8; bit++) {
            byte[] changed = sealed.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> cipher.open(HERE, changed)).isInstanceOf(SealBrokenException.class);
        }
        for (int length = 0; length < sealed.length; length++) {
            byte[] cut = Arrays.copyOf(sealed, length);
            assertThatThrownBy(() -> cipher.open(HERE, cut)).isInstanceOf(SealBrokenException.class);
        }
        for (String text :
                List.of("", "Rivera", "enc:v1:", "enc:v1:local-development:", "enc:v1:local-development:%")) {
            assertThatThrownBy(() -> cipher.openText(HERE, text)).isInstanceOf(SealBrokenException.class);
        }
    }

    @Test
    void opensNothingThatWasMoved() {
        byte[] sealed = cipher.seal(HERE, bytes("Rivera"));
        for (Place elsewhere : List.of(
                Place.of("patient", "details", new UUID(1, 3)),
                Place.of("patient", "notes", new UUID(1, 2)),
                Place.of("coverage", "details", new UUID(1, 2)),
                Place.ofEvent("lastName"))) {
            assertThatThrownBy(() -> cipher.open(elsewhere, sealed)).isInstanceOf(SealBrokenException.class);
        }
        PracticeCipher other = Keyring.ofLocalDevelopment().of(new PracticeId("cedar"));
        assertThatThrownBy(() -> other.open(HERE, sealed))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageNotContaining("Rivera");
    }

    @Test
    void showsNothingOfAValue() {
        byte[] first = cipher.seal(HERE, bytes("Rivera"));

        assertThat(first).isNotEqualTo(cipher.seal(HERE, bytes("Rivera")));
        assertThat(new String(first, StandardCharsets.ISO_8859_1)).doesNotContain("Rivera");
        assertThat(cipher.sealText(HERE, bytes("Rivera"))).matches("enc:v1:local-development:[A-Za-z0-9_-]+");
        assertThat(Keyring.ofLocalDevelopment()).hasToString("Keyring[local-development], local-development seals");
    }

    @Test
    void findsAValueInAnyCaseUnderEveryKey() {
        byte[] old = cipher.index("member", "w123 ");
        PracticeCipher turned = Keyring.parse(key("2027", 7) + "," + Keyring.LOCAL_DEVELOPMENT_KEYS, "")
                .of(MAPLE);

        assertThat(old).hasSize(16).isEqualTo(cipher.index("member", " W123"));
        assertThat(turned.index("member", "W123")).isNotEqualTo(old);
        assertThat(turned.indexes("member", "W123")).hasSize(2).contains(old).contains(turned.index("member", "W123"));
        assertThat(cipher.index("member", "W124")).isNotEqualTo(old);
        assertThat(cipher.index("name", "W123")).isNotEqualTo(old);
        assertThat(Keyring.ofLocalDevelopment().of(new PracticeId("cedar")).index("member", "W123"))
                .isNotEqualTo(old);
        assertThat(cipher.beginnings("name", "Ana"))
                .containsExactly(cipher.index("name", "a"), cipher.index("name", "an"), cipher.index("name", "ANA"));
    }

    @Test
    void readsWhatAnOlderKeyHasSealedAndSealsWithTheNewOne() {
        byte[] old = cipher.seal(HERE, bytes("Rivera"));
        Keyring ring = Keyring.parse(Keyring.LOCAL_DEVELOPMENT_KEYS + " , " + key("2027", 7), "2027");
        PracticeCipher turned = ring.of(MAPLE);

        byte[] anew = turned.seal(HERE, turned.open(HERE, old));

        assertThat(Arrays.copyOf(anew, ring.activePrefix().length)).isEqualTo(ring.activePrefix());
        assertThat(Arrays.copyOf(old, ring.activePrefix().length)).isNotEqualTo(ring.activePrefix());
        assertThat(turned.open(HERE, anew)).isEqualTo(bytes("Rivera"));
        assertThatThrownBy(() -> cipher.open(HERE, anew))
                .isInstanceOf(SealBrokenException.class)
                .hasMessageContaining("not in the keyring");
    }

    @Test
    void refusesAMalformedKeyringWithoutQuotingIt() {
        String secret = Base64.getEncoder().encodeToString(new byte[31]);
        for (String keys : List.of("", "2027", secret, "2027:" + secret, "2027:%%%", "A B:" + secret)) {
            assertThatThrownBy(() -> Keyring.parse(keys, ""))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageNotContaining(secret);
        }
        assertThatThrownBy(() -> Keyring.parse(key("a", 1) + "," + key("a", 2), ""))
                .hasMessageContaining("Two keys");
        assertThatThrownBy(() -> Keyring.parse(key("a", 1), "b")).hasMessageContaining("not in the keyring");
    }

    @Test
    void knowsThePublicKeyUnderAnyName() {
        assertThat(Keyring.ofLocalDevelopment().isPublic()).isTrue();
        assertThat(Keyring.parse(key("a", 1), "").isPublic()).isFalse();
        assertThat(Keyring.parse(
                                key("a", 1) + ",secret:"
                                        + Keyring.LOCAL_DEVELOPMENT_KEYS.substring(
                                                Keyring.LOCAL_DEVELOPMENT.length() + 1),
                                "a")
                        .isPublic())
                .isTrue();
    }

    private static String key(String name, int fill) {
        byte[] key = new byte[32];
        Arrays.fill(key, (byte) fill);
        return name + ":" + Base64.getEncoder().encodeToString(key);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
