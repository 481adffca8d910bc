package dev.superbill.x12.claim;

import dev.superbill.x12.Adjustment;
import dev.superbill.x12.Amounts;
import dev.superbill.x12.Findings;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.QualifiedDate;
import dev.superbill.x12.Reference;
import dev.superbill.x12.Segment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a {@link ServiceLine} together: loop 2400 with 2410, 2420 and 2430. */
final class LineLoop {
    private final Findings findings = new Findings().in("2400");
    private final Segment lx;
    private final List<QualifiedDate> dates = new ArrayList<>(1);
    private final List<Reference> references = new ArrayList<>(1);
    private final List<ProviderPart> providers = new ArrayList<>(0);
    private final List<LineAdjudication> adjudications = new ArrayList<>(0);
    private @Nullable Segment sv1;
    private @Nullable Note note;
    private String drug = "";
    private @Nullable BigDecimal drugQuantity;
    private String drugUnit = "";
    private boolean inDrug;
    private @Nullable Adjudication adjudication;

    LineLoop(Segment lx) {
        this.lx = lx;
    }

    void accept(Segment segment) {
        switch (segment.id()) {
            case "SV1" -> sv1 = segment;
            case "DTP" -> date(segment);
            case "REF" -> {
                if (!providers.isEmpty()) {
                    providers.getLast().accept(segment);
                } else if (!inDrug) {
                    references.add(Reference.read(segment));
                }
            }
            case "NTE" -> note = new Note(segment.element(1), segment.element(2));
            case "LIN" -> {
                inDrug = true;
                drug = segment.element(3);
            }
            case "CTP" -> {
                drugQuantity = findings.number(segment, 4);
                drugUnit = segment.component(5, 1);
            }
            case "NM1" -> providers.add(new ProviderPart(segment));
            case "PRV", "N3", "N4" -> {
                if (!providers.isEmpty()) {
                    providers.getLast().accept(segment);
                }
            }
            case "SVD" -> {
                close();
                adjudication = new Adjudication(segment);
            }
            case "CAS" -> {
                if (adjudication != null) {
                    Adjustment.read(segment, findings.in("2430"), adjudication.adjustments::add);
                }
            }
            case "AMT" -> {
                if (adjudication != null && segment.is("AMT", "EAF")) {
                    adjudication.remainingCents = findings.in("2430").amount(segment, 2);
                }
            }
            default -> {
                if (!ClaimSegments.known(segment.id())) {
                    findings.in("2400").add(IssueCode.UNKNOWN_SEGMENT, "The guide does not know this segment", segment);
                }
            }
        }
    }

    ServiceLine finish() {
        close();
        findings.in("2400");
        Segment s = sv1;
        BigDecimal number = Amounts.parseNumber(lx.element(1));
        int ordinal = number == null || number.signum() < 0 || number.precision() > 6 ? 0 : number.intValue();
        if (s == null) {
            findings.add(IssueCode.MISSING_SEGMENT, "The line has no SV1", lx);
        }
        return new ServiceLine(
                lx.position(),
                ordinal,
                s == null ? Procedure.hcpcs("") : Procedure.read(s, 1),
                s == null ? 0 : findings.amount(s, 2),
                s == null ? "" : s.element(3),
                s == null ? null : findings.number(s, 4),
                s == null ? "" : s.element(5),
                s == null ? List.of() : pointers(s),
                s != null && s.elementEquals(9, "Y"),
                dates,
                references,
                note,
                drug,
                drugQuantity,
                drugUnit,
                providers.stream().map(ProviderPart::finish).toList(),
                adjudications,
                findings.take());
    }

    private List<Integer> pointers(Segment s) {
        List<Integer> pointers = new ArrayList<>(4);
        for (String text : s.components(7)) {
            BigDecimal number = Amounts.parseNumber(text);
            if (number == null || number.precision() > 2 || number.signum() <= 0 || number.scale() > 0) {
                if (!text.isEmpty()) {
                    findings.add(IssueCode.BAD_NUMBER, "This is not a pointer to a diagnosis", s, 7);
                }
            } else {
                pointers.add(number.intValue());
            }
        }
        return pointers;
    }

    private void date(Segment dtp) {
        if (adjudication != null && dtp.is("DTP", "573")) {
            adjudication.adjudicated = findings.in("2430").date(dtp, 3);
            return;
        }
        QualifiedDate date = QualifiedDate.readDtp(dtp, findings);
        if (date != null) {
            dates.add(date);
        }
    }

    private void close() {
        if (adjudication != null) {
            adjudications.add(adjudication.finish(findings.in("2430")));
            adjudication = null;
        }
    }

    /** Loop 2430. */
    private static final class Adjudication {
        private final Segment svd;
        private final List<Adjustment> adjustments = new ArrayList<>(1);
        private @Nullable LocalDate adjudicated;
        private @Nullable Long remainingCents;

        Adjudication(Segment svd) {
            this.svd = svd;
        }

        LineAdjudication finish(Findings findings) {
            return new LineAdjudication(
                    svd.element(1),
                    findings.amount(svd, 2),
                    Procedure.read(svd, 3),
                    findings.number(svd, 5),
                    svd.element(6),
                    adjustments,
                    adjudicated,
                    remainingCents);
        }
    }
}
