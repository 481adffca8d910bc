package dev.superbill.x12.claim;

import dev.superbill.x12.Address;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Reference;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Whose policy it is: loops 2000B and 2010BA.
 *
 * @param sequence SBR01: {@code P} primary, {@code S} secondary, {@code T} tertiary, {@code A} to {@code H}, {@code U}
 * @param relationship SBR02: {@code 18} when the patient is the subscriber, else empty
 * @param groupNumber SBR03
 * @param groupName SBR04
 * @param insuranceType SBR05, when Medicare is secondary: {@code 12}, {@code 13}, {@code 47} …
 * @param filingIndicator SBR09: {@code CI}, {@code MB}, {@code BL}, {@code MC} …
 * @param name NM1*IL with the member id (MI)
 * @param address N3, N4; required when the patient is the subscriber
 * @param birthDate DMG02; null when absent
 * @param sex DMG03: {@code F}, {@code M}, {@code U}; empty when absent
 * @param references REF: {@code SY}, {@code Y4}
 */
public record Subscriber(
        String sequence,
        String relationship,
        String groupNumber,
        String groupName,
        String insuranceType,
        String filingIndicator,
        EntityName name,
        Address address,
        @Nullable LocalDate birthDate,
        String sex,
        List<Reference> references) {
    /** Copies the list. */
    public Subscriber {
        references = List.copyOf(references);
    }

    /** SBR02 when the patient is the subscriber. */
    public static final String SELF = "18";

    /** A subscriber. */
    public static Subscriber of(
            String sequence,
            boolean self,
            String groupNumber,
            String filingIndicator,
            EntityName name,
            Address address,
            @Nullable LocalDate birthDate,
            String sex) {
        return new Subscriber(
                sequence,
                self ? SELF : "",
                groupNumber,
                "",
                "",
                filingIndicator,
                name,
                address,
                birthDate,
                sex,
                List.of());
    }

    /** The member id, NM109. */
    public String memberId() {
        return name.id();
    }
}
