package dev.superbill.payments.remittance;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import dev.superbill.kernel.Money;
import dev.superbill.payments.receivable.MemberCharge;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.remittance.ClaimPayment;
import dev.superbill.x12.remittance.ServicePayment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a payer answers to one claim: what is kept of loop 2100 of an 835, so that it can be posted at once or later
 * without reading the file again. Amounts are cents with the signs as sent.
 *
 * @param patientControlNumber CLP01
 * @param statusCode CLP02
 * @param chargeCents CLP03
 * @param paidCents CLP04
 * @param payerControlNumber CLP07
 * @param memberId of the subscriber, else of the patient; empty when the payer sends none
 * @param serviceDate the first date of service; null when the payer sends none
 * @param adjustments CAS of the claim
 * @param lines loop 2110
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
record ClaimAnswer(
        String patientControlNumber,
        String statusCode,
        long chargeCents,
        long paidCents,
        @Nullable Long statedResponsibilityCents,
        String payerControlNumber,
        String memberId,
        @Nullable LocalDate serviceDate,
        List<Adjustment> adjustments,
        List<Line> lines) {

    /**
     * One triplet of a CAS.
     *
     * @param groupCode CAS01: CO, PR, OA, PI; CR of old senders is read
     * @param reasonCode the claim adjustment reason code (CARC)
     * @param amountCents positive reduces the payment
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Adjustment(
            String groupCode,
            String reasonCode,
            long amountCents,
            @Nullable BigDecimal quantity) {

        Money amount() {
            return Money.ofCents(amountCents);
        }

        @JsonIgnore
        boolean isPatientResponsibility() {
            return groupCode.equals("PR");
        }

        @JsonIgnore
        boolean isContractual() {
            return groupCode.equals("CO") && ContractualReasons.contains(reasonCode);
        }

        /** What people call it: {@code CO-45}. */
        String label() {
            return groupCode + "-" + reasonCode;
        }
    }

    /**
     * Loop 2110.
     *
     * @param procedure SVC01 as paid
     * @param billedProcedure SVC06, what we had billed, else as paid
     * @param chargeCents SVC02
     * @param paidCents SVC03
     * @param lineControlNumber REF*6R, empty when the payer sends none
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Line(
            int ordinal,
            String procedure,
            List<String> modifiers,
            String billedProcedure,
            List<String> billedModifiers,
            long chargeCents,
            long paidCents,
            @Nullable BigDecimal units,
            String lineControlNumber,
            @Nullable LocalDate serviceDate,
            List<Adjustment> adjustments,
            List<String> remarkCodes) {

        Line {
            procedure = orEmpty(procedure);
            modifiers = orNone(modifiers);
            billedProcedure = orEmpty(billedProcedure);
            billedModifiers = orNone(billedModifiers);
            lineControlNumber = orEmpty(lineControlNumber);
            adjustments = orNone(adjustments);
            remarkCodes = orNone(remarkCodes);
        }

        long adjustmentsCents() {
            return sum(adjustments);
        }

        /** {@code SVC02 − Σ CAS = SVC03}. */
        @JsonIgnore
        boolean isBalanced() {
            return chargeCents - adjustmentsCents() == paidCents;
        }
    }

    ClaimAnswer {
        patientControlNumber = orEmpty(patientControlNumber);
        statusCode = orEmpty(statusCode);
        payerControlNumber = orEmpty(payerControlNumber);
        memberId = orEmpty(memberId);
        adjustments = orNone(adjustments);
        lines = orNone(lines);
    }

    /** Takes over what a file says; identifiers in upper case, because some senders write all in lower. */
    static ClaimAnswer of(ClaimPayment claim) {
        return new ClaimAnswer(
                Identifiers.cut(upper(claim.patientControlNumber())),
                claim.statusCode(),
                claim.chargeCents(),
                claim.paidCents(),
                claim.patientResponsibilityCents(),
                Identifiers.cut(claim.payerControlNumber()),
                Identifiers.cut(upper(claim.memberId())),
                claim.serviceDate(),
                adjustments(claim.adjustments()),
                claim.lines().stream().map(ClaimAnswer::line).toList());
    }

    private static Line line(ServicePayment line) {
        Procedure billed = line.billedProcedure();
        return new Line(
                line.ordinal(),
                line.procedure().code(),
                upper(line.procedure().modifiers()),
                billed.code(),
                upper(billed.modifiers()),
                line.chargeCents(),
                line.paidCents(),
                line.paidUnits(),
                upper(line.lineControlNumber()),
                line.serviceDate(),
                adjustments(line.adjustments()),
                line.remarkCodes());
    }

    private static List<Adjustment> adjustments(List<dev.superbill.x12.Adjustment> adjustments) {
        return adjustments.stream()
                .map(one -> new Adjustment(one.groupCode(), one.reasonCode(), one.amountCents(), one.quantity()))
                .toList();
    }

    ClaimStatus status() {
        return ClaimStatus.of(statusCode);
    }

    Money charge() {
        return Money.ofCents(chargeCents);
    }

    Money paid() {
        return Money.ofCents(paidCents);
    }

    /** All adjustments, those of the claim first, then line by line. */
    List<Adjustment> allAdjustments() {
        List<Adjustment> all = new ArrayList<>(adjustments);
        lines.forEach(line -> all.addAll(line.adjustments()));
        return all;
    }

    /** Σ CAS of the claim and its lines, patient responsibility included. */
    long adjustmentsCents() {
        return sum(allAdjustments());
    }

    /** Σ PR of the claim and its lines; CLP05 is only compared with it. */
    long patientResponsibilityCents() {
        return sum(allAdjustments().stream()
                .filter(Adjustment::isPatientResponsibility)
                .toList());
    }

    /** The charge as we billed it: a reversal carries it negated. */
    long billedChargeCents() {
        return status() == ClaimStatus.REVERSAL ? -chargeCents : chargeCents;
    }

    /** The claim as it can be found without its number; empty when the payer has not told enough. */
    Optional<MemberCharge> memberCharge() {
        return memberId.isEmpty() || serviceDate == null
                ? Optional.empty()
                : Optional.of(new MemberCharge(memberId, serviceDate, Money.ofCents(billedChargeCents())));
    }

    /** Whether another answer is what this reversal takes back: the same charge and payment with the other sign. */
    boolean takesBack(long originalChargeCents, long originalPaidCents) {
        return chargeCents == -originalChargeCents && paidCents == -originalPaidCents;
    }

    private static long sum(List<Adjustment> adjustments) {
        long sum = 0;
        for (Adjustment adjustment : adjustments) {
            sum = saturated(sum, adjustment.amountCents());
        }
        return sum;
    }

    /** Amounts have up to 18 digits: a sum that no longer fits stays at the border, where it equals no possible amount. */
    private static long saturated(long a, long b) {
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? (a < 0 ? -Long.MAX_VALUE : Long.MAX_VALUE) : sum;
    }

    private static String upper(String text) {
        return text.strip().toUpperCase(Locale.ROOT);
    }

    private static List<String> upper(List<String> texts) {
        return texts.stream().map(ClaimAnswer::upper).toList();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static <T> List<T> orNone(@Nullable List<T> list) {
        return list == null ? List.of() : List.copyOf(list);
    }
}
