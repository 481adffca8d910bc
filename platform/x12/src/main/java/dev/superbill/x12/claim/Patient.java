package dev.superbill.x12.claim;

import dev.superbill.x12.Address;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Reference;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The patient when not the subscriber: loops 2000C and 2010CA.
 *
 * @param relationship PAT01 to the subscriber: {@code 01} spouse, {@code 19} child, {@code G8} other …
 * @param name NM1*QC
 * @param address N3, N4
 * @param birthDate DMG02; null when unreadable
 * @param sex DMG03
 * @param references REF: {@code Y4} …
 */
public record Patient(
        String relationship,
        EntityName name,
        Address address,
        @Nullable LocalDate birthDate,
        String sex,
        List<Reference> references) {
    /** Copies the list. */
    public Patient {
        references = List.copyOf(references);
    }

    /** A patient. */
    public static Patient of(
            String relationship,
            String last,
            String first,
            String middle,
            Address address,
            LocalDate birthDate,
            String sex) {
        EntityName name = new EntityName("QC", "1", last, first, middle, "", "", "");
        return new Patient(relationship, name, address, birthDate, sex, List.of());
    }
}
