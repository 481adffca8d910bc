package dev.superbill.platform.phi;

import dev.superbill.phi.Keyring;
import dev.superbill.phi.PracticeCipher;
import dev.superbill.platform.practice.PracticeContext;
import io.quarkus.arc.Arc;
import jakarta.enterprise.context.ApplicationScoped;

/** Seals and opens for the practice at work. */
@ApplicationScoped
public class Phi {

    private final Keyring keyring;
    private final PracticeContext context;

    Phi(Keyring keyring, PracticeContext context) {
        this.keyring = keyring;
        this.context = context;
    }

    /**
     * The cipher of the practice at work; ask once for a batch.
     *
     * @throws IllegalStateException when the work has no practice
     */
    public PracticeCipher cipher() {
        return keyring.of(context.practice());
    }

    /** The same with another keyring. */
    Phi under(Keyring other) {
        return new Phi(other, context);
    }

    /** {@link #cipher} for what is made before there are beans, such as converters and mappers of Hibernate. */
    public static PracticeCipher cipherAtWork() {
        return Arc.container().instance(Phi.class).get().cipher();
    }

    /** A column that is sealed as a whole, one JSON value a row. */
    public <T> SealedColumn<T> column(String table, String column, Class<T> type) {
        return new SealedColumn<>(this, table, column, type);
    }
}
