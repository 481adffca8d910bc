package dev.superbill.x12.claim;

import dev.superbill.x12.Address;
import dev.superbill.x12.Adjustment;
import dev.superbill.x12.Dates;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.SegmentWriter;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Writes what stands between ST and SE of an 837P, in the guide's order of loops and segments. */
final class ClaimBody {
    // 2310A, 2310B, 2310C, 2310D, 2310E, 2310F; 2420 keeps the same order
    private static final List<String> ROLES = List.of("DN", "P3", "82", "QB", "77", "DQ", "DK", "PW", "45");

    private final SegmentWriter out;
    private int hierarchy;
    private int billingHierarchy;
    private @Nullable ProfessionalClaim previous;

    /** Where the hierarchy stands, to go back there. */
    record Level(
            int hierarchy, int billingHierarchy, @Nullable ProfessionalClaim previous) {}

    ClaimBody(SegmentWriter out) {
        this.out = out;
    }

    Level level() {
        return new Level(hierarchy, billingHierarchy, previous);
    }

    void restore(Level level) {
        hierarchy = level.hierarchy();
        billingHierarchy = level.billingHierarchy();
        previous = level.previous();
    }

    void start(Submission submission) {
        out.start("BHT").add("0019").add(submission.purpose()).add(submission.reference());
        if (submission.created() == null) {
            out.add("").add("");
        } else {
            out.date(submission.created().toLocalDate());
            out.add(Dates.format(submission.created().toLocalTime()));
        }
        out.add(submission.type()).end();
        submission.submitter().write(out);
        submission.contacts().forEach(contact -> contact.write(out));
        submission.receiver().write(out);
    }

    void claim(ProfessionalClaim claim) {
        boolean sameProvider = previous != null && previous.billingProvider().equals(claim.billingProvider());
        if (!sameProvider) {
            billingProvider(claim.billingProvider());
        }
        boolean samePatient = sameProvider
                && previous != null
                && previous.subscriber().equals(claim.subscriber())
                && previous.payer().equals(claim.payer())
                && Objects.equals(previous.patient(), claim.patient());
        if (!samePatient) {
            subscriber(claim.subscriber(), claim.payer(), claim.patient() != null);
            if (claim.patient() != null) {
                patient(claim.patient());
            }
        }
        previous = claim;
        header(claim);
        sorted(claim.providers()).forEach(this::provider);
        claim.otherPayers().forEach(this::otherPayer);
        claim.lines().forEach(this::line);
    }

    private void billingProvider(BillingProvider provider) {
        billingHierarchy = ++hierarchy;
        out.start("HL").number(billingHierarchy).add("").add("20").add("1").end();
        if (!provider.taxonomy().isEmpty()) {
            out.start("PRV").add("BI").add("PXC").add(provider.taxonomy()).end();
        }
        provider.name().write(out);
        provider.address().write(out);
        provider.references().forEach(reference -> reference.write(out));
        provider.contacts().forEach(contact -> contact.write(out));
        Address payTo = provider.payTo();
        if (payTo != null) {
            out.start("NM1").add("87").add("2").end();
            payTo.write(out);
        }
    }

    private void subscriber(Subscriber subscriber, Payer payer, boolean hasPatient) {
        out.start("HL").number(++hierarchy).number(billingHierarchy).add("22");
        out.add(hasPatient ? "1" : "0").end();
        out.start("SBR").add(subscriber.sequence()).add(subscriber.relationship());
        out.add(subscriber.groupNumber()).add(subscriber.groupName()).add(subscriber.insuranceType());
        out.add("").add("").add("").add(subscriber.filingIndicator()).end();
        subscriber.name().write(out);
        subscriber.address().write(out);
        demographics(subscriber.birthDate(), subscriber.sex());
        subscriber.references().forEach(reference -> reference.write(out));
        payer.name().write(out);
        payer.address().write(out);
        payer.references().forEach(reference -> reference.write(out));
    }

    private void patient(Patient patient) {
        int parent = hierarchy;
        out.start("HL").number(++hierarchy).number(parent).add("23").add("0").end();
        out.start("PAT").add(patient.relationship()).end();
        patient.name().write(out);
        patient.address().write(out);
        demographics(patient.birthDate(), patient.sex());
        patient.references().forEach(reference -> reference.write(out));
    }

    private void demographics(@Nullable LocalDate birthDate, String sex) {
        if (birthDate != null || !sex.isEmpty()) {
            out.start("DMG")
                    .add(birthDate == null ? "" : "D8")
                    .date(birthDate)
                    .add(sex)
                    .end();
        }
    }

    private void header(ProfessionalClaim claim) {
        out.start("CLM").add(claim.patientControlNumber()).amount(claim.chargeCents());
        out.add("").add("").composite(claim.placeOfService(), "B", claim.frequency());
        ProfessionalClaim.Terms terms = claim.terms();
        out.add(terms.providerSignature()).add(terms.assignment()).add(terms.benefitsAssigned());
        out.add(terms.release()).add(terms.patientSignature());
        ProfessionalClaim.Cause cause = claim.cause();
        if (cause == null) {
            out.add("");
        } else {
            out.composite(
                    at(cause.codes(), 0), at(cause.codes(), 1), at(cause.codes(), 2), cause.state(), cause.country());
        }
        for (int e = 12; e < 20; e++) {
            out.add("");
        }
        out.add(claim.delayReason()).end();
        claim.dates().forEach(date -> date.writeDtp(out));
        claim.amounts().forEach(amount -> amount.write(out));
        claim.references().forEach(reference -> reference.write(out));
        note(claim.note());
        if (!claim.diagnoses().isEmpty()) {
            out.start("HI");
            claim.diagnoses().forEach(diagnosis -> out.composite(diagnosis.qualifier(), diagnosis.code()));
            out.end();
        }
    }

    private void provider(Provider provider) {
        provider.name().write(out);
        if (!provider.taxonomy().isEmpty()) {
            out.start("PRV").add("PE").add("PXC").add(provider.taxonomy()).end();
        }
        provider.address().write(out);
        provider.references().forEach(reference -> reference.write(out));
    }

    private void otherPayer(OtherPayer other) {
        out.start("SBR").add(other.sequence()).add(other.relationship()).add(other.groupNumber());
        out.add(other.groupName()).add(other.insuranceType()).add("").add("").add("");
        out.add(other.filingIndicator()).end();
        Adjustment.write(out, other.adjustments());
        other.amounts().forEach(amount -> amount.write(out));
        out.start("OI").add("").add("").add(other.benefitsAssigned()).add(other.signatureSource());
        out.add("").add(other.release()).end();
        if (!other.outpatient().isEmpty()) {
            out.start("MOA");
            other.outpatient().forEach(out::add);
            out.end();
        }
        other.subscriber().write(out);
        other.subscriberAddress().write(out);
        other.payer().write(out);
        other.payerAddress().write(out);
        adjudicated(other.adjudicated());
        other.references().forEach(reference -> reference.write(out));
    }

    private void line(ServiceLine line) {
        out.start("LX").number(line.ordinal()).end();
        out.start("SV1");
        line.procedure().write(out);
        out.amount(line.chargeCents()).add(line.unit()).number(line.units());
        out.add(line.placeOfService()).add("");
        out.composite(line.diagnosisPointers().stream().map(String::valueOf).toArray(String[]::new));
        out.add("").add(line.emergency() ? "Y" : "").end();
        line.dates().forEach(date -> date.writeDtp(out));
        line.references().forEach(reference -> reference.write(out));
        note(line.note());
        drug(line);
        sorted(line.providers()).forEach(this::provider);
        line.adjudications().forEach(this::adjudication);
    }

    private void drug(ServiceLine line) {
        if (line.drug().isEmpty()) {
            return;
        }
        out.start("LIN").add("").add("N4").add(line.drug()).end();
        BigDecimal quantity = line.drugQuantity();
        if (quantity != null) {
            out.start("CTP")
                    .add("")
                    .add("")
                    .add("")
                    .number(quantity)
                    .composite(line.drugUnit())
                    .end();
        }
    }

    private void adjudication(LineAdjudication adjudication) {
        out.start("SVD").add(adjudication.payerId()).amount(adjudication.paidCents());
        adjudication.procedure().write(out);
        out.add("").number(adjudication.units()).add(adjudication.bundledLine()).end();
        Adjustment.write(out, adjudication.adjustments());
        adjudicated(adjudication.adjudicated());
        if (adjudication.remainingCents() != null) {
            out.start("AMT").add("EAF").amount(adjudication.remainingCents()).end();
        }
    }

    private void adjudicated(@Nullable LocalDate date) {
        if (date != null) {
            out.start("DTP").add("573").add("D8").date(date).end();
        }
    }

    private void note(@Nullable Note note) {
        if (note != null) {
            out.start("NTE").add(note.code()).add(note.text()).end();
        }
    }

    private static List<Provider> sorted(List<Provider> providers) {
        List<Provider> inOrder = new ArrayList<>(providers);
        inOrder.sort(Comparator.comparingInt(ClaimBody::rank));
        return inOrder;
    }

    private static int rank(Provider provider) {
        EntityName name = provider.name();
        int rank = ROLES.indexOf(name.entity());
        return rank < 0 ? ROLES.size() : rank;
    }

    private static String at(List<String> list, int index) {
        return index < list.size() ? list.get(index) : "";
    }
}
