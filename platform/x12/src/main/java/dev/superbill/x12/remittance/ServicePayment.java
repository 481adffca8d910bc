package dev.superbill.x12.remittance;

import dev.superbill.x12.Adjustment;
import dev.superbill.x12.Position;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.QualifiedAmount;
import dev.superbill.x12.QualifiedDate;
import dev.superbill.x12.QualifiedQuantity;
import dev.superbill.x12.Reference;
import dev.superbill.x12.X12Issue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One service line of a paid claim: loop 2110.
 *
 * @param position where its SVC stands
 * @param ordinal in the claim, from 1
 * @param procedure SVC01, the procedure that was paid
 * @param chargeCents SVC02
 * @param paidCents SVC03
 * @param revenueCode SVC04
 * @param paidUnits SVC05; null when absent, which means 1
 * @param originalProcedure SVC06, what was billed when the payer changed it; null when absent
 * @param originalUnits SVC07; null when absent
 * @param dates DTM: {@code 472} service, {@code 150} and {@code 151} its period
 * @param adjustments all triplets of all CAS
 * @param references REF: {@code 6R} line control number …
 * @param amounts AMT; no part of balancing
 * @param quantities QTY
 * @param remarks LQ
 * @param issues of this line; an error holds the claim
 */
public record ServicePayment(
        Position position,
        int ordinal,
        Procedure procedure,
        long chargeCents,
        long paidCents,
        String revenueCode,
        @Nullable BigDecimal paidUnits,
        @Nullable Procedure originalProcedure,
        @Nullable BigDecimal originalUnits,
        List<QualifiedDate> dates,
        List<Adjustment> adjustments,
        List<Reference> references,
        List<QualifiedAmount> amounts,
        List<QualifiedQuantity> quantities,
        List<Remark> remarks,
        List<X12Issue> issues) {

    /**
     * LQ.
     *
     * @param qualifier {@code HE} remittance advice remark code (RARC), {@code RX} NCPDP
     * @param code the code
     */
    public record Remark(String qualifier, String code) {}

    /** Copies the lists. */
    public ServicePayment {
        dates = List.copyOf(dates);
        adjustments = List.copyOf(adjustments);
        references = List.copyOf(references);
        amounts = List.copyOf(amounts);
        quantities = List.copyOf(quantities);
        remarks = List.copyOf(remarks);
        issues = List.copyOf(issues);
    }

    /** A line that is to be written: one unit or more of a procedure on one day, with its line control number. */
    public static ServicePayment of(
            Procedure procedure,
            long chargeCents,
            long paidCents,
            @Nullable BigDecimal paidUnits,
            LocalDate serviceDate,
            List<Adjustment> adjustments,
            String lineControlNumber,
            List<String> remarkCodes) {
        return new ServicePayment(
                Position.NONE,
                0,
                procedure,
                chargeCents,
                paidCents,
                "",
                paidUnits,
                null,
                null,
                List.of(QualifiedDate.of("472", serviceDate)),
                adjustments,
                lineControlNumber.isEmpty() ? List.of() : List.of(Reference.of("6R", lineControlNumber)),
                List.of(),
                List.of(),
                remarkCodes.stream().map(code -> new Remark("HE", code)).toList(),
                List.of());
    }

    /** REF*6R, the line control number that we sent; empty when absent. */
    public String lineControlNumber() {
        return Reference.find(references, "6R");
    }

    /** The date of service: DTM*472, else 150; null when absent. */
    public @Nullable LocalDate serviceDate() {
        LocalDate date = QualifiedDate.find(dates, "472");
        return date == null ? QualifiedDate.find(dates, "150") : date;
    }

    /** Remittance advice remark codes (LQ*HE). */
    public List<String> remarkCodes() {
        return remarks.stream()
                .filter(remark -> remark.qualifier().equals("HE"))
                .map(Remark::code)
                .toList();
    }

    /** The procedure that we billed: SVC06 where the payer changed it, else SVC01. */
    public Procedure billedProcedure() {
        return originalProcedure == null ? procedure : originalProcedure;
    }
}
