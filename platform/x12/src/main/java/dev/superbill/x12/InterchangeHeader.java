package dev.superbill.x12;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/**
 * ISA, 106 characters; texts are trimmed.
 *
 * @param position where it stands
 * @param authorizationQualifier ISA01, {@code 00} mostly
 * @param authorization ISA02
 * @param securityQualifier ISA03, {@code 00} mostly
 * @param security ISA04; a password: never logged
 * @param senderQualifier ISA05, {@code ZZ} mutually defined
 * @param senderId ISA06
 * @param receiverQualifier ISA07
 * @param receiverId ISA08
 * @param date ISA09; null when unreadable
 * @param time ISA10; null when unreadable
 * @param version ISA12, {@code 00501}
 * @param controlNumber ISA13, nine digits
 * @param acknowledgmentRequested ISA14
 * @param usage ISA15: {@code P} production, {@code T} test
 * @param delimiters the delimiters of the interchange
 */
public record InterchangeHeader(
        Position position,
        String authorizationQualifier,
        String authorization,
        String securityQualifier,
        String security,
        String senderQualifier,
        String senderId,
        String receiverQualifier,
        String receiverId,
        @Nullable LocalDate date,
        @Nullable LocalTime time,
        String version,
        String controlNumber,
        boolean acknowledgmentRequested,
        String usage,
        Delimiters delimiters) {

    /** A header of version 00501 with qualifiers ZZ and the standard delimiters. */
    public static InterchangeHeader of(
            String senderId,
            String receiverId,
            LocalDateTime created,
            long controlNumber,
            boolean acknowledgmentRequested,
            boolean production) {
        return new InterchangeHeader(
                Position.NONE,
                "00",
                "",
                "00",
                "",
                "ZZ",
                senderId,
                "ZZ",
                receiverId,
                created.toLocalDate(),
                created.toLocalTime(),
                "00501",
                ControlNumbers.nineDigits(controlNumber),
                acknowledgmentRequested,
                production ? "P" : "T",
                Delimiters.STANDARD);
    }

    /** Reads an ISA. */
    public static InterchangeHeader read(Segment isa) {
        return new InterchangeHeader(
                isa.position(),
                isa.element(1),
                isa.element(2),
                isa.element(3),
                isa.element(4),
                isa.element(5),
                isa.element(6),
                isa.element(7),
                isa.element(8),
                Dates.parse(isa.element(9)),
                Dates.parseTime(isa.element(10)),
                isa.element(12),
                isa.element(13),
                isa.elementEquals(14, "1"),
                isa.element(15),
                isa.delimiters());
    }

    /** With other qualifiers of sender and receiver (ISA05, ISA07). */
    public InterchangeHeader withQualifiers(String sender, String receiver) {
        return new InterchangeHeader(
                position,
                authorizationQualifier,
                authorization,
                securityQualifier,
                security,
                sender,
                senderId,
                receiver,
                receiverId,
                date,
                time,
                version,
                controlNumber,
                acknowledgmentRequested,
                usage,
                delimiters);
    }

    /** With other delimiters. */
    public InterchangeHeader withDelimiters(Delimiters others) {
        return new InterchangeHeader(
                position,
                authorizationQualifier,
                authorization,
                securityQualifier,
                security,
                senderQualifier,
                senderId,
                receiverQualifier,
                receiverId,
                date,
                time,
                version,
                controlNumber,
                acknowledgmentRequested,
                usage,
                others);
    }

    /** Whether this is production and not test data (ISA15). */
    public boolean production() {
        return usage.equals("P");
    }

    /** Leaves out ISA02 and ISA04, which may be passwords. */
    @Override
    public String toString() {
        return "ISA " + controlNumber + " " + senderId + " to " + receiverId;
    }

    /** Writes the ISA in its fixed length of 106 characters. */
    void write(SegmentWriter out) {
        Delimiters d = out.delimiters();
        out.start("ISA").padded(authorizationQualifier, 2).padded(authorization, 10);
        out.padded(securityQualifier, 2).padded(security, 10);
        out.padded(senderQualifier, 2).padded(senderId, 15);
        out.padded(receiverQualifier, 2).padded(receiverId, 15);
        out.padded(date == null ? "000000" : Dates.formatShort(date), 6);
        out.padded(time == null ? "0000" : Dates.format(time), 4);
        if (d.repetition() == Delimiters.NO_REPETITION) {
            out.padded("U", 1);
        } else {
            out.delimiterAsData(d.repetition());
        }
        out.padded(version, 5).padded(controlNumber, 9).padded(acknowledgmentRequested ? "1" : "0", 1);
        out.padded(usage, 1).delimiterAsData(d.component()).end();
    }
}
