package dev.superbill.x12.acknowledgement;

import dev.superbill.x12.Dates;
import dev.superbill.x12.InterchangeWriter;
import dev.superbill.x12.SegmentWriter;
import java.util.List;

/** Writes a 999 or a 277CA into an open group (GS01 FA or HN) of a file. */
public final class AcknowledgementWriter {
    /** GS08 and ST03 of the 999. */
    public static final String GUIDE_999 = "005010X231A1";

    /** GS08 and ST03 of the 277CA. */
    public static final String GUIDE_277CA = "005010X214";

    private AcknowledgementWriter() {}

    /** Writes a 999, ST to SE. */
    public static void write(InterchangeWriter file, GroupAcknowledgement group) {
        SegmentWriter out = file.startTransaction("999", group.controlNumber(), GUIDE_999);
        out.start("AK1").add(group.functionalIdentifier()).add(group.groupControlNumber());
        out.add(group.version()).end();
        for (GroupAcknowledgement.TransactionResult result : group.transactions()) {
            out.start("AK2")
                    .add(result.setId())
                    .add(result.controlNumber())
                    .add(result.guide())
                    .end();
            result.errors().forEach(error -> error(error, out));
            out.start("IK5").add(result.code());
            result.codes().forEach(out::add);
            out.end();
        }
        out.start("AK9").add(group.code()).number(group.included()).number(group.received());
        out.number(group.accepted());
        group.codes().forEach(out::add);
        out.end();
        file.endTransaction();
    }

    /** Writes a 277CA, ST to SE. */
    public static void write(InterchangeWriter file, ClaimAcknowledgement claims) {
        SegmentWriter out = file.startTransaction("277", claims.controlNumber(), GUIDE_277CA);
        out.start("BHT").add("0085").add("08").add(claims.reference());
        if (claims.created() == null) {
            out.add("").add("");
        } else {
            out.date(claims.created().toLocalDate());
            out.add(Dates.format(claims.created().toLocalTime()));
        }
        out.add("TH").end();
        out.start("HL").add("1").add("").add("20").add("1").end();
        claims.source().write(out);
        out.start("TRN").add("1").add(claims.sourceTrace()).end();
        if (claims.received() != null) {
            out.start("DTP").add("050").add("D8").date(claims.received()).end();
        }
        if (claims.processed() != null) {
            out.start("DTP").add("009").add("D8").date(claims.processed()).end();
        }
        boolean deeper = !claims.providers().isEmpty();
        out.start("HL").add("2").add("1").add("21").add(deeper ? "1" : "0").end();
        claims.receiver().write(out);
        level("2", claims.batch(), out);
        int hierarchy = 2;
        for (ClaimAcknowledgement.ProviderStatus provider : claims.providers()) {
            int parent = ++hierarchy;
            out.start("HL").number(parent).add("2").add("19");
            out.add(provider.claims().isEmpty() ? "0" : "1").end();
            provider.provider().write(out);
            level("1", provider.level(), out);
            for (ClaimAcknowledgement.ClaimStatus claim : provider.claims()) {
                out.start("HL").number(++hierarchy).number(parent).add("PT").end();
                claim(claim, out);
            }
        }
        file.endTransaction();
    }

    private static void error(GroupAcknowledgement.SegmentError error, SegmentWriter out) {
        out.start("IK3").add(error.segment()).number(error.position()).add(error.loop());
        out.add(error.code()).end();
        contexts(error.contexts(), out);
        for (GroupAcknowledgement.ElementError element : error.elements()) {
            out.start("IK4");
            if (element.component() == 0) {
                out.composite(Integer.toString(element.element()));
            } else {
                out.composite(Integer.toString(element.element()), Integer.toString(element.component()));
            }
            out.add(element.reference())
                    .add(element.code())
                    .add(element.value())
                    .end();
            contexts(element.contexts(), out);
        }
    }

    private static void contexts(List<GroupAcknowledgement.Context> contexts, SegmentWriter out) {
        for (GroupAcknowledgement.Context context : contexts) {
            out.start("CTX").composite(context.name(), context.value()).add(context.segment());
            out.add(context.position())
                    .add(context.loop())
                    .composite(context.element())
                    .end();
        }
    }

    private static void level(String traceType, ClaimAcknowledgement.Level level, SegmentWriter out) {
        if (level.equals(ClaimAcknowledgement.Level.NONE)) {
            return;
        }
        out.start("TRN").add(traceType).add(level.trace()).end();
        level.statuses().forEach(status -> status.write(out));
        level.references().forEach(reference -> reference.write(out));
        level.quantities().forEach(quantity -> quantity.write(out));
        level.amounts().forEach(amount -> amount.write(out));
    }

    private static void claim(ClaimAcknowledgement.ClaimStatus claim, SegmentWriter out) {
        claim.patient().write(out);
        out.start("TRN").add("2").add(claim.trace()).end();
        claim.statuses().forEach(status -> status.write(out));
        claim.references().forEach(reference -> reference.write(out));
        claim.dates().forEach(date -> date.writeDtp(out));
        for (ClaimAcknowledgement.LineStatus line : claim.lines()) {
            out.start("SVC");
            line.procedure().write(out);
            out.amount(line.chargeCents())
                    .add("")
                    .add(line.revenueCode())
                    .add("")
                    .add("");
            out.number(line.units()).end();
            line.statuses().forEach(status -> status.write(out));
            line.references().forEach(reference -> reference.write(out));
            line.dates().forEach(date -> date.writeDtp(out));
        }
    }
}
