package dev.superbill.payments.receivable;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.superbill.phi.Place;
import dev.superbill.phi.PracticeCipher;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A member id: sealed where it rests, so that an account that is read and written again costs no ciphers, and opened only
 * where somebody asks what it is. Payers repeat it in capitals, however it was written when the patient was registered.
 */
public final class Member {

    /** What the blind indexes of member ids are made for. */
    public static final String INDEX = "member";

    private final @Nullable Sealed sealed;
    private @Nullable String opened;

    private Member(@Nullable Sealed sealed, @Nullable String opened) {
        this.sealed = sealed;
        this.opened = opened;
    }

    private record Sealed(String text, byte @Nullable [] index, Place place, PracticeCipher cipher) {}

    /** A member id as it is told. */
    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public static Member of(String id) {
        return new Member(null, id.strip().toUpperCase(Locale.ROOT));
    }

    /** A member id as it rests with a claim's account. */
    static @Nullable Member ofAccount(
            @Nullable String text, byte @Nullable [] index, String controlNumber, PracticeCipher cipher) {
        return text == null ? null : new Member(new Sealed(text, index, place(controlNumber), cipher), null);
    }

    private static Place place(String controlNumber) {
        return Place.of("claim_account", "member", controlNumber);
    }

    /** How it rests with a claim's account. */
    String sealed(String controlNumber, PracticeCipher cipher) {
        if (sealed != null && sealed.place().equals(place(controlNumber))) {
            return sealed.text();
        }
        return cipher.sealText(place(controlNumber), id().getBytes(StandardCharsets.UTF_8));
    }

    /** All blind indexes under which it may have been kept elsewhere. */
    public List<byte[]> indexes(PracticeCipher cipher) {
        return cipher.indexes(INDEX, id());
    }

    /** The blind index by which it is found. */
    byte[] index(PracticeCipher cipher) {
        byte[] kept = sealed == null ? null : sealed.index();
        return kept == null ? cipher.index(INDEX, id()) : kept;
    }

    /** The same, to be sealed anew. */
    Member unsealed() {
        return of(id());
    }

    /** Whether it is this member id, in any case. */
    public boolean is(String id) {
        return id().equalsIgnoreCase(id.strip());
    }

    /** The member id in capitals. */
    String id() {
        String id = opened;
        if (id == null && sealed != null) {
            id = new String(sealed.cipher().openText(sealed.place(), sealed.text()), StandardCharsets.UTF_8);
            opened = id;
        }
        if (id == null) {
            throw new IllegalStateException("A member id is sealed or opened");
        }
        return id;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Member member && member.id().equals(id());
    }

    @Override
    public int hashCode() {
        return id().hashCode();
    }

    /** Nothing of it: it may stand in a log. */
    @Override
    public String toString() {
        return "member";
    }
}
