package dev.superbill.x12.claim;

import dev.superbill.x12.Address;
import dev.superbill.x12.Adjustment;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Findings;
import dev.superbill.x12.QualifiedAmount;
import dev.superbill.x12.Reference;
import dev.superbill.x12.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts an {@link OtherPayer} together: loops 2320 and 2330; providers of the other payer (2330C and on) are skipped. */
final class OtherPayerLoop {
    private final Segment sbr;
    private final Findings findings;
    private final List<Adjustment> adjustments = new ArrayList<>(2);
    private final List<QualifiedAmount> amounts = new ArrayList<>(1);
    private final List<Reference> references = new ArrayList<>(1);
    private @Nullable Segment oi;
    private List<String> outpatient = List.of();
    private EntityName subscriber = EntityName.person("IL", "", "", "", "");
    private Address subscriberAddress = Address.NONE;
    private EntityName payer = EntityName.organization("PR", "", "", "");
    private Address payerAddress = Address.NONE;
    private @Nullable LocalDate adjudicated;
    private String open = "";

    OtherPayerLoop(Segment sbr, Findings findings) {
        this.sbr = sbr;
        this.findings = findings;
    }

    void accept(Segment segment) {
        findings.in("2320");
        switch (segment.id()) {
            case "CAS" -> Adjustment.read(segment, findings, adjustments::add);
            case "AMT" -> amounts.add(QualifiedAmount.read(segment, findings));
            case "OI" -> oi = segment;
            case "MOA" -> outpatient = segment.elements();
            case "NM1" -> {
                open = segment.element(1);
                if (open.equals("IL")) {
                    subscriber = EntityName.read(segment);
                } else if (open.equals("PR")) {
                    payer = EntityName.read(segment);
                }
            }
            case "N3", "N4" -> address(segment);
            case "DTP" -> {
                if (segment.is("DTP", "573")) {
                    adjudicated = findings.in("2330B").date(segment, 3);
                }
            }
            case "REF" -> {
                if (open.equals("PR")) {
                    references.add(Reference.read(segment));
                }
            }
            default -> {
                // DMG and MIA of old files
            }
        }
    }

    OtherPayer finish() {
        findings.in("2300");
        return new OtherPayer(
                sbr.element(1),
                sbr.element(2),
                sbr.element(3),
                sbr.element(4),
                sbr.element(5),
                sbr.element(9),
                adjustments,
                amounts,
                oi == null ? "" : oi.element(3),
                oi == null ? "" : oi.element(4),
                oi == null ? "" : oi.element(6),
                outpatient,
                subscriber,
                subscriberAddress,
                payer,
                payerAddress,
                adjudicated,
                references);
    }

    private void address(Segment segment) {
        boolean street = segment.is("N3");
        if (open.equals("IL")) {
            subscriberAddress = street ? subscriberAddress.withN3(segment) : subscriberAddress.withN4(segment);
        } else if (open.equals("PR")) {
            payerAddress = street ? payerAddress.withN3(segment) : payerAddress.withN4(segment);
        }
    }
}
