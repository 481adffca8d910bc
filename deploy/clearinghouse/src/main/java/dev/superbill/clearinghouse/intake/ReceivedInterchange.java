package dev.superbill.clearinghouse.intake;

import java.util.List;

/**
 * One interchange as it came.
 *
 * @param senderQualifier ISA05
 * @param sender ISA06
 * @param receiverQualifier ISA07
 * @param receiver ISA08
 * @param date ISA09
 * @param time ISA10
 * @param controlNumber ISA13
 * @param wantsTa1 ISA14 is 1
 * @param usage ISA15
 * @param errorCode TA105; 000 when its envelope is right
 */
public record ReceivedInterchange(
        String senderQualifier,
        String sender,
        String receiverQualifier,
        String receiver,
        String date,
        String time,
        String controlNumber,
        boolean wantsTa1,
        String usage,
        String errorCode,
        List<ReceivedGroup> groups) {

    public ReceivedInterchange {
        groups = List.copyOf(groups);
    }

    /** True when its envelope is right. */
    public boolean accepted() {
        return errorCode.equals("000");
    }

    /** The same, refused for a reason (TA105). */
    public ReceivedInterchange refused(String code) {
        return with(code, List.of());
    }

    /** The same with other groups. */
    ReceivedInterchange withGroups(List<ReceivedGroup> others) {
        return with(errorCode, others);
    }

    private ReceivedInterchange with(String code, List<ReceivedGroup> others) {
        return new ReceivedInterchange(
                senderQualifier,
                sender,
                receiverQualifier,
                receiver,
                date,
                time,
                controlNumber,
                wantsTa1,
                usage,
                code,
                others);
    }
}
