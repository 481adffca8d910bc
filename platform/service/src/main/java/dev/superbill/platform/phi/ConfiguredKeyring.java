package dev.superbill.platform.phi;

import dev.superbill.phi.Keyring;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the keyring from the configuration when the service starts, or keeps it from starting. */
final class ConfiguredKeyring {

    private ConfiguredKeyring() {}

    @Produces
    @Singleton
    @Startup
    static Keyring keyring(PhiSettings settings) {
        return of(settings, LaunchMode.current().isDevOrTest() || settings.allowLocalDevelopmentKey());
    }

    /**
     * Reads the settings.
     *
     * @param publicKeyWillDo in development, in tests and on the local stack
     * @throws IllegalStateException when there is no key, or one that everybody knows
     */
    static Keyring of(PhiSettings settings, boolean publicKeyWillDo) {
        if (settings.keys().isEmpty() && !publicKeyWillDo) {
            throw new IllegalStateException(
                    "superbill.phi.keys is missing: give name:key, the key 32 random bytes in base64 (openssl rand -base64 32)");
        }
        Keyring keyring = Keyring.parse(
                settings.keys().orElse(Keyring.LOCAL_DEVELOPMENT_KEYS),
                settings.activeKey().orElse(""));
        if (keyring.isPublic() && !publicKeyWillDo) {
            throw new IllegalStateException("superbill.phi.keys has the key " + Keyring.LOCAL_DEVELOPMENT
                    + ", which everybody knows: make one of your own (openssl rand -base64 32)");
        }
        return keyring;
    }
}
