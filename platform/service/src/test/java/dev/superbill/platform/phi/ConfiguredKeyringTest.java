package dev.superbill.platform.phi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.phi.Keyring;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ConfiguredKeyringTest {

    private static final String OWN = "own:" + Base64.getEncoder().encodeToString(new byte[32]);

    private record Settings(Optional<String> keys, Optional<String> activeKey, boolean allowLocalDevelopmentKey)
            implements PhiSettings {

        static Settings of(@Nullable String keys) {
            return new Settings(Optional.ofNullable(keys), Optional.empty(), false);
        }
    }

    @Test
    void refusesToStartWithoutAKeyOfItsOwn() {
        assertThatThrownBy(() -> ConfiguredKeyring.of(Settings.of(null), false))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("superbill.phi.keys is missing");
        for (String keys : new String[] {Keyring.LOCAL_DEVELOPMENT_KEYS, OWN + "," + Keyring.LOCAL_DEVELOPMENT_KEYS}) {
            assertThatThrownBy(() -> ConfiguredKeyring.of(Settings.of(keys), false))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("everybody knows");
        }
    }

    @Test
    void startsWithAKeyOfItsOwnOrWhereThePublicOneWillDo() {
        assertThat(ConfiguredKeyring.of(Settings.of(OWN), false).active()).isEqualTo("own");
        assertThat(ConfiguredKeyring.of(Settings.of(null), true).active()).isEqualTo(Keyring.LOCAL_DEVELOPMENT);
    }
}
