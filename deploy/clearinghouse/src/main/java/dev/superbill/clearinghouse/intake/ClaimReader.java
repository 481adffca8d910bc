package dev.superbill.clearinghouse.intake;

import dev.superbill.clearinghouse.claim.BillingProvider;
import dev.superbill.clearinghouse.claim.ClaimLine;
import dev.superbill.clearinghouse.claim.OtherPayer;
import dev.superbill.clearinghouse.claim.Party;
import dev.superbill.clearinghouse.claim.SubmittedClaim;
import dev.superbill.x12.Amounts;
import dev.superbill.x12.Dates;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Follows one claim, loops 2300 to 2430. */
final class ClaimReader {

    private final Segment clm;
    private final List<Fault> faults;
    private final List<Line> lines = new ArrayList<>();
    private final List<Other> others = new ArrayList<>();
    private @Nullable String originalReference;
    private boolean authorised;
    private boolean diagnosed;
    private String lineAdjudicator = "";

    /** A line that is being read. */
    private static final class Line {
        private final Segment lx;
        private @Nullable Procedure procedure;
        private long chargeCents;
        private String units = "1";
        private @Nullable LocalDate date;
        private @Nullable String controlNumber;
        private final Map<String, Long> patientOweByPayer = new HashMap<>();

        Line(Segment lx) {
            this.lx = lx;
        }
    }

    /** Another payer that is being read. */
    private static final class Other {
        private final char rank;
        private String payerId = "";
        private String payerName = "";
        private @Nullable String memberId;
        private @Nullable Long paidCents;
        private long patientOweCents;

        Other(char rank) {
            this.rank = rank;
        }
    }

    ClaimReader(Segment clm, List<Fault> faults) {
        this.clm = clm;
        this.faults = faults;
        require(clm, "2300", 1);
        amount(clm, "2300", 2);
        require(clm, "2300", 5);
        if (!"178".contains(frequency())) {
            faults.add(Fault.element("CLM", clm.ordinalInTransaction(), "2300", 5, "7", frequency()));
        }
    }

    private String frequency() {
        String code = clm.component(5, 3);
        return code.length() == 1 ? code : "?";
    }

    void take(Segment segment) {
        if (segment.is("LX")) {
            lines.add(new Line(segment));
            lineAdjudicator = "";
        } else if (!lines.isEmpty()) {
            ofLine(lines.getLast(), segment);
        } else if (segment.is("SBR")) {
            require(segment, "2320", 1);
            others.add(new Other(segment.has(1) ? segment.element(1).charAt(0) : 'S'));
        } else if (!others.isEmpty()) {
            ofOtherPayer(others.getLast(), segment);
        } else {
            ofClaim(segment);
        }
    }

    private void ofClaim(Segment segment) {
        if (segment.is("REF", "F8")) {
            originalReference = segment.element(2);
        } else if (segment.is("REF", "G1")) {
            authorised = true;
        } else if (segment.is("HI")) {
            diagnosed = true;
            if (segment.component(1, 2).isEmpty()) {
                faults.add(Fault.element("HI", segment.ordinalInTransaction(), "2300", 1, "1", ""));
            }
        }
    }

    private void ofOtherPayer(Other other, Segment segment) {
        if (segment.is("CAS", "PR")) {
            other.patientOweCents += adjustments(segment, "2320");
        } else if (segment.is("AMT", "D")) {
            other.paidCents = amount(segment, "2320", 2);
        } else if (segment.is("NM1", "PR")) {
            other.payerName = segment.element(3);
            other.payerId = require(segment, "2330B", 9);
        } else if (segment.is("NM1", "IL")) {
            other.memberId = TransactionReader.orNull(segment.element(9));
        }
    }

    private void ofLine(Line line, Segment segment) {
        switch (segment.id()) {
            case "SV1" -> {
                line.procedure = Procedure.read(segment, 1);
                if (line.procedure.code().isEmpty()) {
                    faults.add(Fault.element("SV1", segment.ordinalInTransaction(), "2400", 1, "1", ""));
                }
                line.chargeCents = amount(segment, "2400", 2);
                line.units = require(segment, "2400", 4);
            }
            case "DTP" -> {
                if (segment.elementEquals(1, "472")) {
                    line.date = date(segment);
                }
            }
            case "REF" -> {
                if (segment.elementEquals(1, "6R")) {
                    line.controlNumber = require(segment, "2400", 2);
                } else if (segment.elementEquals(1, "G1")) {
                    authorised = true;
                }
            }
            case "SVD" -> {
                lineAdjudicator = segment.element(1);
                amount(segment, "2430", 2);
                line.patientOweByPayer.putIfAbsent(lineAdjudicator, 0L);
            }
            case "CAS" -> {
                if (segment.elementEquals(1, "PR")) {
                    line.patientOweByPayer.merge(lineAdjudicator, adjustments(segment, "2430"), Long::sum);
                }
            }
            default -> {}
        }
    }

    private @Nullable LocalDate date(Segment dtp) {
        String text = dtp.element(3);
        LocalDate date = Dates.parse(text.length() > 8 ? text.substring(0, 8) : text);
        if (date == null) {
            faults.add(Fault.element("DTP", dtp.ordinalInTransaction(), "2400", 3, "8", text));
        }
        return date;
    }

    private long adjustments(Segment cas, String loop) {
        long sum = 0;
        for (int element = 3; element <= cas.size(); element += 3) {
            sum += amount(cas, loop, element);
        }
        return sum;
    }

    SubmittedClaim claim(
            String submitter,
            String batchReference,
            Party payer,
            BillingProvider billing,
            char rank,
            String filingIndicator,
            Party subscriber,
            Party patient) {
        if (!diagnosed) {
            faults.add(Fault.missing("HI", clm.ordinalInTransaction(), "2300"));
        }
        if (lines.isEmpty()) {
            faults.add(Fault.missing("LX", clm.ordinalInTransaction(), "2400"));
        }
        Map<String, Long> owed = new HashMap<>();
        lines.forEach(line -> line.patientOweByPayer.forEach((id, cents) -> owed.merge(id, cents, Long::sum)));
        List<OtherPayer> otherPayers = others.stream()
                .map(other -> new OtherPayer(
                        other.rank,
                        other.payerId,
                        other.payerName,
                        other.memberId,
                        other.paidCents,
                        other.patientOweCents + owed.getOrDefault(other.payerId, 0L)))
                .toList();
        SubmittedClaim bare = new SubmittedClaim(
                submitter,
                batchReference,
                payer,
                billing,
                rank,
                filingIndicator,
                subscriber,
                patient,
                clm.element(1),
                Math.max(0, Amounts.parse(clm.element(2))),
                clm.component(5, 1),
                frequency().charAt(0),
                originalReference,
                authorised,
                LocalDate.EPOCH,
                LocalDate.EPOCH,
                otherPayers,
                List.of());
        String earlier = bare.lastEarlierPayer().map(OtherPayer::payerId).orElse("");
        return withLines(bare, lines.stream().map(line -> line(line, earlier)).toList());
    }

    private ClaimLine line(Line line, String earlierPayer) {
        long position = line.lx.ordinalInTransaction();
        if (line.procedure == null) {
            faults.add(Fault.missing("SV1", position, "2400"));
        }
        if (line.date == null) {
            faults.add(Fault.missing("DTP", position, "2400"));
        }
        Procedure procedure = line.procedure == null ? Procedure.hcpcs("") : line.procedure;
        return new ClaimLine(
                lines.indexOf(line) + 1,
                line.controlNumber,
                procedure.code(),
                procedure.modifiers(),
                line.chargeCents,
                line.units,
                line.date == null ? LocalDate.EPOCH : line.date,
                line.patientOweByPayer.get(earlierPayer));
    }

    private static SubmittedClaim withLines(SubmittedClaim bare, List<ClaimLine> lines) {
        LocalDate from = lines.stream()
                .map(ClaimLine::serviceDate)
                .min(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        LocalDate to = lines.stream()
                .map(ClaimLine::serviceDate)
                .max(LocalDate::compareTo)
                .orElse(LocalDate.EPOCH);
        return new SubmittedClaim(
                bare.submitter(),
                bare.batchReference(),
                bare.payer(),
                bare.billing(),
                bare.rank(),
                bare.filingIndicator(),
                bare.subscriber(),
                bare.patient(),
                bare.controlNumber(),
                bare.chargeCents(),
                bare.placeOfService(),
                bare.frequency(),
                bare.originalReference(),
                bare.authorised(),
                from,
                to,
                bare.otherPayers(),
                lines);
    }

    private String require(Segment segment, String loop, int element) {
        if (!segment.has(element)) {
            faults.add(Fault.element(segment.id(), segment.ordinalInTransaction(), loop, element, "1", ""));
        }
        return segment.element(element);
    }

    private long amount(Segment segment, String loop, int element) {
        String text = require(segment, loop, element);
        if (text.isEmpty()) {
            return 0;
        }
        long cents = Amounts.parse(text);
        if (cents == Amounts.INVALID) {
            faults.add(Fault.element(segment.id(), segment.ordinalInTransaction(), loop, element, "6", text));
            return 0;
        }
        return cents;
    }
}
