package dev.superbill.x12.claim;

import dev.superbill.x12.Address;
import dev.superbill.x12.Adjustment;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.QualifiedAmount;
import dev.superbill.x12.Reference;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Another payer of the same claim and what it did: loops 2320, 2330A, 2330B.
 *
 * @param sequence SBR01
 * @param relationship SBR02, of the patient to that policy's subscriber
 * @param groupNumber SBR03
 * @param groupName SBR04
 * @param insuranceType SBR05
 * @param filingIndicator SBR09
 * @param adjustments CAS of the claim level, from that payer's 835
 * @param amounts AMT: {@code D} paid, {@code A8} not covered, {@code EAF} remaining patient liability
 * @param benefitsAssigned OI03: {@code Y}, {@code N}, {@code W}
 * @param signatureSource OI04: {@code P} or empty
 * @param release OI06: {@code Y} or {@code I}
 * @param outpatient elements of MOA; empty when absent
 * @param subscriber NM1*IL of that policy
 * @param subscriberAddress its N3, N4; may be empty
 * @param payer NM1*PR
 * @param payerAddress its N3, N4; may be empty
 * @param adjudicated DTP*573 at the claim level; null when the lines have it (exactly one of both)
 * @param references REF of 2330B: {@code F8} that payer's claim control number …
 */
public record OtherPayer(
        String sequence,
        String relationship,
        String groupNumber,
        String groupName,
        String insuranceType,
        String filingIndicator,
        List<Adjustment> adjustments,
        List<QualifiedAmount> amounts,
        String benefitsAssigned,
        String signatureSource,
        String release,
        List<String> outpatient,
        EntityName subscriber,
        Address subscriberAddress,
        EntityName payer,
        Address payerAddress,
        @Nullable LocalDate adjudicated,
        List<Reference> references) {
    /** Copies the lists. */
    public OtherPayer {
        adjustments = List.copyOf(adjustments);
        amounts = List.copyOf(amounts);
        outpatient = List.copyOf(outpatient);
        references = List.copyOf(references);
    }

    /** A payer that has adjudicated the claim before this one. */
    public static OtherPayer adjudicated(
            String sequence,
            String relationship,
            String groupNumber,
            String filingIndicator,
            EntityName subscriber,
            EntityName payer,
            long paidCents,
            List<Adjustment> adjustments,
            @Nullable LocalDate adjudicated,
            String payerControlNumber) {
        return new OtherPayer(
                sequence,
                relationship,
                groupNumber,
                "",
                "",
                filingIndicator,
                adjustments,
                List.of(new QualifiedAmount("D", paidCents)),
                "Y",
                "",
                "Y",
                List.of(),
                subscriber,
                Address.NONE,
                payer,
                Address.NONE,
                adjudicated,
                payerControlNumber.isEmpty() ? List.of() : List.of(Reference.of("F8", payerControlNumber)));
    }

    /** AMT*D, what this payer paid for the claim; null when absent. */
    public @Nullable Long paidCents() {
        for (QualifiedAmount amount : amounts) {
            if (amount.qualifier().equals("D")) {
                return amount.amountCents();
            }
        }
        return null;
    }
}
