package dev.superbill.x12.remittance;

import dev.superbill.x12.Adjustment;
import dev.superbill.x12.Contact;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Findings;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.QualifiedAmount;
import dev.superbill.x12.QualifiedDate;
import dev.superbill.x12.QualifiedQuantity;
import dev.superbill.x12.Reference;
import dev.superbill.x12.Segment;
import dev.superbill.x12.X12Issue;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a {@link ClaimPayment} together: loop 2100 and its lines, 2110. */
final class ClaimAssembly {
    // the guide allows 999 lines with some 100 segments each; the memory for one claim is bounded here
    private static final int MAX_SEGMENTS = 100_000;

    private final Segment clp;
    private final int ordinal;
    private final String header;
    private final Findings findings;
    private List<Adjustment> adjustments = List.of();
    private List<EntityName> names = List.of();
    private List<Reference> references = List.of();
    private List<QualifiedDate> dates = List.of();
    private List<Contact> contacts = List.of();
    private List<QualifiedAmount> amounts = List.of();
    private List<QualifiedQuantity> quantities = List.of();
    private List<ServicePayment> lines = List.of();
    private final long chargeCents;
    private final long paidCents;
    private final @Nullable Long patientResponsibilityCents;
    private List<String> inpatient = List.of();
    private List<String> outpatient = List.of();
    private @Nullable LineAssembly line;
    private int segments;

    ClaimAssembly(Segment clp, int ordinal, String header, Findings findings) {
        this.clp = clp;
        this.ordinal = ordinal;
        this.header = header;
        this.findings = findings.in("2100");
        if (!clp.has(1)) {
            findings.add(IssueCode.GUIDE_FAULT, "The claim has no patient control number", clp, 1);
        }
        if (!clp.has(2)) {
            findings.add(IssueCode.MISSING_ELEMENT, "The claim has no status", clp, 2);
        }
        this.chargeCents = findings.amount(clp, 3);
        this.paidCents = findings.amount(clp, 4);
        this.patientResponsibilityCents = findings.optionalAmount(clp, 5);
    }

    /** Takes a segment; false for the first one that does not belong to the claim. */
    boolean accept(Segment segment) {
        if (ends(segment.id())) {
            return false;
        }
        if (++segments > MAX_SEGMENTS) {
            if (segments == MAX_SEGMENTS + 1) {
                findings.in("2100")
                        .add(IssueCode.TOO_MANY, "The claim has more than " + MAX_SEGMENTS + " segments", segment);
            }
            return true;
        }
        if (segment.is("SVC")) {
            close();
            line = new LineAssembly(segment, lines.size() + 1);
        } else if (line != null) {
            line.accept(segment);
        } else {
            claimLevel(segment);
        }
        return true;
    }

    ClaimPayment finish() {
        close();
        return new ClaimPayment(
                clp.position(),
                ordinal,
                header,
                clp.element(1),
                clp.code(2),
                chargeCents,
                paidCents,
                patientResponsibilityCents,
                clp.element(6),
                clp.element(7),
                clp.element(8),
                clp.element(9),
                clp.size() > 10 ? clp.elements().subList(10, Math.min(13, clp.size())) : List.of(),
                adjustments,
                names,
                inpatient,
                outpatient,
                references,
                dates,
                contacts,
                amounts,
                quantities,
                lines,
                findings.take());
    }

    private static boolean ends(String id) {
        return switch (id) {
            case "CLP", "LX", "PLB", "SE", "ST", "GE", "GS", "IEA", "ISA" -> true;
            default -> false;
        };
    }

    private void claimLevel(Segment segment) {
        switch (segment.id()) {
            case "CAS" -> Adjustment.read(segment, findings, adjustment -> adjustments = with(adjustments, adjustment));
            case "NM1" -> names = with(names, EntityName.read(segment));
            case "MIA" -> inpatient = segment.elements();
            case "MOA" -> outpatient = segment.elements();
            case "REF" -> references = with(references, Reference.read(segment));
            case "DTM" -> dates = withDate(dates, segment, findings);
            case "PER" -> contacts = with(contacts, Contact.read(segment));
            case "AMT" -> amounts = with(amounts, QualifiedAmount.read(segment, findings));
            case "QTY" -> quantities = with(quantities, QualifiedQuantity.read(segment, findings));
            default -> unknown(segment, findings);
        }
    }

    private void close() {
        if (line != null) {
            lines = with(lines, line.finish());
            line = null;
        }
    }

    private static List<QualifiedDate> withDate(List<QualifiedDate> dates, Segment dtm, Findings findings) {
        QualifiedDate date = QualifiedDate.readDtm(dtm, findings);
        return date == null ? dates : with(dates, date);
    }

    // most of the lists of most claims stay empty: none is made before something comes
    private static <T> List<T> with(List<T> list, T item) {
        List<T> grown = list.isEmpty() ? new ArrayList<>(4) : list;
        grown.add(item);
        return grown;
    }

    private static void unknown(Segment segment, Findings findings) {
        boolean known = RemittanceSegments.known(segment.id());
        findings.add(X12Issue.of(
                known ? IssueCode.UNEXPECTED_SEGMENT : IssueCode.UNKNOWN_SEGMENT,
                known ? "The guide does not allow this segment here" : "The guide does not know this segment",
                segment));
    }

    /** Loop 2110. */
    private static final class LineAssembly {
        private final Findings findings = new Findings().in("2110");
        private final Segment svc;
        private final int ordinal;
        private final long chargeCents;
        private final long paidCents;
        private List<QualifiedDate> dates = List.of();
        private List<Adjustment> adjustments = List.of();
        private List<Reference> references = List.of();
        private List<QualifiedAmount> amounts = List.of();
        private List<QualifiedQuantity> quantities = List.of();
        private List<ServicePayment.Remark> remarks = List.of();

        LineAssembly(Segment svc, int ordinal) {
            this.svc = svc;
            this.ordinal = ordinal;
            this.chargeCents = findings.amount(svc, 2);
            this.paidCents = findings.amount(svc, 3);
        }

        void accept(Segment segment) {
            switch (segment.id()) {
                case "CAS" ->
                    Adjustment.read(segment, findings, adjustment -> adjustments = with(adjustments, adjustment));
                case "DTM" -> dates = withDate(dates, segment, findings);
                case "REF" -> references = with(references, Reference.read(segment));
                case "AMT" -> amounts = with(amounts, QualifiedAmount.read(segment, findings));
                case "QTY" -> quantities = with(quantities, QualifiedQuantity.read(segment, findings));
                case "LQ" -> remarks = with(remarks, new ServicePayment.Remark(segment.code(1), segment.code(2)));
                default -> unknown(segment, findings);
            }
        }

        ServicePayment finish() {
            return new ServicePayment(
                    svc.position(),
                    ordinal,
                    Procedure.read(svc, 1),
                    chargeCents,
                    paidCents,
                    svc.element(4),
                    findings.number(svc, 5),
                    svc.has(6) ? Procedure.read(svc, 6) : null,
                    findings.number(svc, 7),
                    dates,
                    adjustments,
                    references,
                    amounts,
                    quantities,
                    remarks,
                    findings.take());
        }
    }
}
