package dev.superbill.clearinghouse.envelope;

import dev.superbill.x12.Dates;
import dev.superbill.x12.Delimiters;
import dev.superbill.x12.SegmentWriter;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;

/** Writes one interchange with the delimiters that the guides print, a line for each segment. */
public final class OutgoingInterchange {

    private final Correspondents correspondents;
    private final LocalDateTime at;
    private final long controlNumber;

    /**
     * An interchange that is about to be written.
     *
     * @param controlNumber ISA13, at most nine digits
     */
    public OutgoingInterchange(Correspondents correspondents, LocalDateTime at, long controlNumber) {
        this.correspondents = correspondents;
        this.at = at;
        this.controlNumber = controlNumber;
    }

    /** One functional group with these transaction sets, numbered from 0001. */
    public String group(String functionalId, String version, List<TransactionSet> sets) {
        return enclose(1, out -> {
            out.start("GS")
                    .add(functionalId)
                    .add(correspondents.ourId())
                    .add(correspondents.theirId())
                    .date(at.toLocalDate())
                    .add(hhmm())
                    .number(controlNumber)
                    .add("X")
                    .add(version)
                    .end();
            int ordinal = 0;
            for (TransactionSet set : sets) {
                ordinal++;
                String number = String.format(Locale.ROOT, "%04d", ordinal);
                out.start("ST").add(set.id()).add(number);
                // the 835 names its guide in GS08 only
                out.add(set.id().equals("835") ? "" : version).end();
                set.body().accept(out);
                out.start("SE")
                        .number(out.transactionSegments() + 1)
                        .add(number)
                        .end();
            }
            out.start("GE").number(sets.size()).number(controlNumber).end();
        });
    }

    /** An interchange without groups: a TA1. */
    public String withoutGroups(Consumer<SegmentWriter> body) {
        return enclose(0, body);
    }

    private String enclose(int groups, Consumer<SegmentWriter> body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        Delimiters delimiters = Delimiters.STANDARD;
        String number = String.format(Locale.ROOT, "%09d", controlNumber);
        String isa = String.format(
                Locale.ROOT,
                "ISA*00*%10s*00*%10s*%2s*%-15s*%2s*%-15s*%s*%s*^*00501*%s*0*%s*:~\n",
                "",
                "",
                correspondents.ourQualifier(),
                correspondents.ourId(),
                correspondents.theirQualifier(),
                correspondents.theirId(),
                Dates.formatShort(at.toLocalDate()),
                hhmm(),
                number,
                correspondents.usage());
        bytes.writeBytes(isa.getBytes(StandardCharsets.US_ASCII));
        SegmentWriter out = new SegmentWriter(bytes, delimiters, true);
        body.accept(out);
        out.start("IEA").number(groups).add(number).end();
        out.flush();
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private String hhmm() {
        return String.format(Locale.ROOT, "%02d%02d", at.getHour(), at.getMinute());
    }
}
