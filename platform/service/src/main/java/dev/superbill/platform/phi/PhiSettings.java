package dev.superbill.platform.phi;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The keys under which patients' data rests. */
@ConfigMapping(prefix = "superbill.phi")
interface PhiSettings {

    /** {@code name:key} separated by commas, each key 32 random bytes in base64; see {@link dev.superbill.phi.Keyring}. */
    Optional<String> keys();

    /** The name of the key that seals; the first of the keys when absent. */
    Optional<String> activeKey();

    /** Whether the key that everybody knows is good enough: never where data of real patients is kept. */
    @WithDefault("false")
    boolean allowLocalDevelopmentKey();
}
