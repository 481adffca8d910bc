package dev.superbill.x12.remittance;

import dev.superbill.x12.Adjustment;
import dev.superbill.x12.Contact;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Position;
import dev.superbill.x12.QualifiedAmount;
import dev.superbill.x12.QualifiedDate;
import dev.superbill.x12.QualifiedQuantity;
import dev.superbill.x12.Reference;
import dev.superbill.x12.X12Issue;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One claim of an 835: loop 2100 with its service lines (2110).
 *
 * @param position where its CLP stands
 * @param ordinal in the transaction, from 1
 * @param header number of the LX before it (LX01); empty when there was none
 * @param patientControlNumber CLP01
 * @param statusCode CLP02: 1, 2, 3, 19, 20, 21, 4, 22, 23, 25
 * @param chargeCents CLP03
 * @param paidCents CLP04
 * @param patientResponsibilityCents CLP05; null when absent. Derived from the CAS where it matters
 * @param filingIndicator CLP06
 * @param payerControlNumber CLP07 (ICN)
 * @param facilityCode CLP08, place of service
 * @param frequency CLP09
 * @param drg CLP11 to CLP13 as sent, for institutional claims
 * @param adjustments all triplets of all claim-level CAS
 * @param names NM1: {@code QC}, {@code IL}, {@code 74}, {@code 82}, {@code TT}, {@code PR}, {@code GB}
 * @param inpatient elements of MIA; empty when absent
 * @param outpatient elements of MOA; empty when absent
 * @param references REF
 * @param dates DTM: {@code 232}, {@code 233} claim period, {@code 036} coverage expired, {@code 050} received
 * @param contacts PER
 * @param amounts AMT; no part of balancing
 * @param quantities QTY
 * @param lines loop 2110
 * @param issues of the claim level; an error holds the claim
 */
public record ClaimPayment(
        Position position,
        int ordinal,
        String header,
        String patientControlNumber,
        String statusCode,
        long chargeCents,
        long paidCents,
        @Nullable Long patientResponsibilityCents,
        String filingIndicator,
        String payerControlNumber,
        String facilityCode,
        String frequency,
        List<String> drg,
        List<Adjustment> adjustments,
        List<EntityName> names,
        List<String> inpatient,
        List<String> outpatient,
        List<Reference> references,
        List<QualifiedDate> dates,
        List<Contact> contacts,
        List<QualifiedAmount> amounts,
        List<QualifiedQuantity> quantities,
        List<ServicePayment> lines,
        List<X12Issue> issues)
        implements RemittanceEvent {
    /** Copies the lists. */
    public ClaimPayment {
        drg = List.copyOf(drg);
        adjustments = List.copyOf(adjustments);
        names = List.copyOf(names);
        inpatient = List.copyOf(inpatient);
        outpatient = List.copyOf(outpatient);
        references = List.copyOf(references);
        dates = List.copyOf(dates);
        contacts = List.copyOf(contacts);
        amounts = List.copyOf(amounts);
        quantities = List.copyOf(quantities);
        lines = List.copyOf(lines);
        issues = List.copyOf(issues);
    }

    /** A professional claim that is to be written. */
    public static ClaimPayment of(
            String patientControlNumber,
            String statusCode,
            long chargeCents,
            long paidCents,
            @Nullable Long patientResponsibilityCents,
            String filingIndicator,
            String payerControlNumber,
            String facilityCode,
            String frequency,
            List<Adjustment> adjustments,
            List<EntityName> names,
            List<ServicePayment> lines) {
        return new ClaimPayment(
                Position.NONE,
                0,
                "1",
                patientControlNumber,
                statusCode,
                chargeCents,
                paidCents,
                patientResponsibilityCents,
                filingIndicator,
                payerControlNumber,
                facilityCode,
                frequency,
                List.of(),
                adjustments,
                names,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                lines,
                List.of());
    }

    /** NM1 of that entity code; null when absent. */
    public @Nullable EntityName name(String entity) {
        for (EntityName name : names) {
            if (name.entity().equals(entity)) {
                return name;
            }
        }
        return null;
    }

    /** NM1*QC; null when absent. */
    public @Nullable EntityName patient() {
        return name("QC");
    }

    /** NM1*IL, only sent when the subscriber is not the patient; null when absent. */
    public @Nullable EntityName subscriber() {
        return name("IL");
    }

    /** NM1*82; null when absent. */
    public @Nullable EntityName renderingProvider() {
        return name("82");
    }

    /** The member id: of the subscriber, else of the patient; empty when neither has one. */
    public String memberId() {
        return Stream.of(subscriber(), patient())
                .filter(Objects::nonNull)
                .map(EntityName::id)
                .filter(id -> !id.isEmpty())
                .findFirst()
                .orElse("");
    }

    /** First date of service: of the lines, else DTM*232; null when unknown. */
    public @Nullable LocalDate serviceDate() {
        LocalDate first = null;
        for (ServicePayment line : lines) {
            LocalDate date = line.serviceDate();
            if (date != null && (first == null || date.isBefore(first))) {
                first = date;
            }
        }
        return first == null ? QualifiedDate.find(dates, "232") : first;
    }

    /** Remark codes of the claim level: MIA05, 20 to 23 and MOA03 to 07. */
    public List<String> remarkCodes() {
        return Stream.concat(
                        Stream.of(5, 20, 21, 22, 23).map(n -> at(inpatient, n)),
                        Stream.of(3, 4, 5, 6, 7).map(n -> at(outpatient, n)))
                .filter(code -> !code.isEmpty())
                .toList();
    }

    /** Whether CLP02 is 22, a reversal of an earlier payment. */
    public boolean reversal() {
        return statusCode.equals("22");
    }

    /** The issues of the claim and of its lines. */
    public List<X12Issue> allIssues() {
        return Stream.concat(issues.stream(), lines.stream().flatMap(line -> line.issues().stream()))
                .toList();
    }

    private static String at(List<String> elements, int n) {
        return n <= elements.size() ? elements.get(n - 1) : "";
    }
}
