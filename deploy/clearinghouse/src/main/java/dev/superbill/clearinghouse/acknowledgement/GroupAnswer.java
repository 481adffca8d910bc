package dev.superbill.clearinghouse.acknowledgement;

import dev.superbill.clearinghouse.envelope.OutgoingInterchange;
import dev.superbill.clearinghouse.envelope.TransactionSet;
import dev.superbill.clearinghouse.intake.Fault;
import dev.superbill.clearinghouse.intake.ReceivedGroup;
import dev.superbill.clearinghouse.intake.ReceivedTransaction;
import dev.superbill.x12.SegmentWriter;
import java.util.List;

/** Writes the 999 of a group. */
public final class GroupAnswer {

    private static final String VERSION = "005010X231A1";
    private static final int MOST_FAULTS = 200;
    private static final int MOST_CODES = 5;

    private final ReceivedGroup group;
    private final boolean refusedWhole;

    /**
     * The answer to a group.
     *
     * @param refusedWhole true to reject all of its transactions whatever they hold
     */
    public GroupAnswer(ReceivedGroup group, boolean refusedWhole) {
        this.group = group;
        this.refusedWhole = refusedWhole;
    }

    /** True when the claims of this transaction go on. */
    public boolean accepts(ReceivedTransaction transaction) {
        return !refusedWhole && group.errorCodes().isEmpty() && transaction.accepted();
    }

    /** The interchange with the 999. */
    public String write(OutgoingInterchange interchange) {
        return interchange.group("FA", VERSION, List.of(new TransactionSet("999", this::body)));
    }

    private void body(SegmentWriter out) {
        out.start("AK1")
                .add(group.functionalId())
                .add(group.controlNumber())
                .add(group.version())
                .end();
        long accepted = 0;
        for (ReceivedTransaction transaction : group.transactions()) {
            out.start("AK2")
                    .add(transaction.setId())
                    .add(transaction.controlNumber())
                    .add(transaction.version())
                    .end();
            transaction.faults().stream().limit(MOST_FAULTS).forEach(fault -> write(out, fault));
            boolean fine = accepts(transaction);
            out.start("IK5").add(fine ? "A" : "R");
            if (!fine && !transaction.faults().isEmpty()) {
                out.add("5");
            }
            if (!fine) {
                transaction.trailerCodes().stream().limit(MOST_CODES - 1L).forEach(out::add);
            }
            out.end();
            accepted += fine ? 1 : 0;
        }
        long all = group.transactions().size();
        out.start("AK9")
                .add(accepted == all ? "A" : accepted == 0 ? "R" : "P")
                .number(all)
                .number(all)
                .number(accepted);
        group.errorCodes().stream().limit(MOST_CODES).forEach(out::add);
        out.end();
    }

    private static void write(SegmentWriter out, Fault fault) {
        out.start("IK3")
                .add(fault.segment())
                .number(fault.position())
                // IK303 has room for four characters: 2010 stands for 2010AA too
                .add(fault.loop().length() > 4 ? fault.loop().substring(0, 4) : fault.loop())
                .add(fault.segmentCode())
                .end();
        if (fault.element() > 0) {
            out.start("IK4")
                    .number(fault.element())
                    .add("")
                    .add(fault.elementCode())
                    .add(printable(fault.copy()))
                    .end();
        }
    }

    private static String printable(String copy) {
        String plain = copy.replaceAll("[^A-Za-z0-9 .,/-]", "");
        return plain.length() > 99 ? plain.substring(0, 99) : plain;
    }
}
