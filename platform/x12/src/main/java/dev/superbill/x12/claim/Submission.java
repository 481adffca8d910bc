package dev.superbill.x12.claim;

import dev.superbill.x12.Contact;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.X12Issue;
import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an 837P transaction says before its first provider: ST, BHT, loops 1000A and 1000B.
 *
 * @param controlNumber ST02
 * @param reference BHT03, unique per transaction; a 277CA echoes it in TRN02 of 2200B
 * @param purpose BHT02: {@code 00} original, {@code 18} reissue
 * @param created BHT04, BHT05; null when unreadable
 * @param type BHT06: {@code CH} chargeable, {@code RP} reporting, {@code 31} subrogation demand
 * @param submitter NM1*41 with its ETIN (46)
 * @param contacts PER of the submitter, at least one
 * @param receiver NM1*40 with its ETIN (46)
 * @param issues of these segments
 */
public record Submission(
        String controlNumber,
        String reference,
        String purpose,
        @Nullable LocalDateTime created,
        String type,
        EntityName submitter,
        List<Contact> contacts,
        EntityName receiver,
        List<X12Issue> issues) {
    /** Copies the lists. */
    public Submission {
        contacts = List.copyOf(contacts);
        issues = List.copyOf(issues);
    }

    /** An original transaction of chargeable claims. */
    public static Submission of(
            String controlNumber,
            String reference,
            LocalDateTime created,
            String submitterName,
            String submitterId,
            Contact contact,
            String receiverName,
            String receiverId) {
        return new Submission(
                controlNumber,
                reference,
                "00",
                created,
                "CH",
                EntityName.organization("41", submitterName, "46", submitterId),
                List.of(contact),
                EntityName.organization("40", receiverName, "46", receiverId),
                List.of());
    }
}
