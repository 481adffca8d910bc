package dev.superbill.x12.remittance;

import dev.superbill.x12.Adjustment;
import dev.superbill.x12.InterchangeWriter;
import dev.superbill.x12.SegmentWriter;
import dev.superbill.x12.X12Exception;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Writes one 835 transaction (005010X221A1) into an open group: {@link #start}, {@link #claim} for each claim,
 * {@link #finish} with the provider adjustments. Streams: nothing is kept. The writer does not prove the arithmetic; see
 * {@link Balancing}.
 */
public final class RemittanceWriter {
    /** GS08 of the guide. */
    public static final String GUIDE = "005010X221A1";

    private static final int ADJUSTMENTS_A_PLB = 6;

    private final InterchangeWriter file;
    private @Nullable SegmentWriter out;
    private @Nullable String header;

    /** Writes into the file, whose group (GS01 HP) must be open. */
    public RemittanceWriter(InterchangeWriter file) {
        this.file = file;
    }

    /** Writes ST to the end of loop 1000B. */
    public void start(RemittanceStart start) {
        SegmentWriter body = file.startTransaction("835", start.transaction().controlNumber(), "");
        out = body;
        header = null;
        Payment payment = start.payment();
        if (payment != null) {
            payment(payment, body);
        }
        Trace trace = start.trace();
        if (trace != null) {
            body.start("TRN").add("1").add(trace.number()).add(trace.payerIdentifier());
            body.add(trace.supplement()).end();
        }
        start.references().forEach(reference -> reference.write(body));
        if (start.productionDate() != null) {
            body.start("DTM").add("405").date(start.productionDate()).end();
        }
        party(start.payer(), body);
        party(start.payee(), body);
    }

    /**
     * Writes a claim: CLP and its lines, with an LX where the header number changes.
     *
     * @throws X12Exception when its data cannot be written; nothing of the claim is in the file then
     */
    public void claim(ClaimPayment claim) {
        SegmentWriter body = body();
        String before = header;
        body.mark();
        try {
            claim(claim, body);
            body.commit();
        } catch (X12Exception refused) {
            body.rollback();
            header = before;
            throw refused;
        }
    }

    private void claim(ClaimPayment claim, SegmentWriter body) {
        if (!claim.header().isEmpty() && !claim.header().equals(header)) {
            body.start("LX").add(claim.header()).end();
        }
        header = claim.header();
        body.start("CLP").add(claim.patientControlNumber()).add(claim.statusCode());
        body.amount(claim.chargeCents()).amount(claim.paidCents()).amount(claim.patientResponsibilityCents());
        body.add(claim.filingIndicator()).add(claim.payerControlNumber());
        body.add(claim.facilityCode()).add(claim.frequency()).add("");
        claim.drg().forEach(body::add);
        body.end();
        Adjustment.write(body, claim.adjustments());
        claim.names().forEach(name -> name.write(body));
        elements("MIA", claim.inpatient(), body);
        elements("MOA", claim.outpatient(), body);
        claim.references().forEach(reference -> reference.write(body));
        claim.dates().forEach(date -> date.writeDtm(body));
        claim.contacts().forEach(contact -> contact.write(body));
        claim.amounts().forEach(amount -> amount.write(body));
        claim.quantities().forEach(quantity -> quantity.write(body));
        claim.lines().forEach(line -> line(line, body));
    }

    /** Writes the PLB segments and the SE. Adjustments of one provider and period that follow each other share a PLB. */
    public void finish(List<ProviderAdjustment> adjustments) {
        SegmentWriter body = body();
        List<ProviderAdjustment> shared = new ArrayList<>(ADJUSTMENTS_A_PLB);
        for (ProviderAdjustment adjustment : adjustments) {
            if (!shared.isEmpty() && (shared.size() == ADJUSTMENTS_A_PLB || !together(shared.getFirst(), adjustment))) {
                plb(shared, body);
                shared.clear();
            }
            shared.add(adjustment);
        }
        if (!shared.isEmpty()) {
            plb(shared, body);
        }
        file.endTransaction();
        out = null;
    }

    private SegmentWriter body() {
        if (out == null) {
            throw new IllegalStateException("no transaction was started");
        }
        return out;
    }

    private static void payment(Payment payment, SegmentWriter body) {
        body.start("BPR").add(payment.handlingCode()).amount(payment.amountCents());
        body.add(payment.creditDebit()).add(payment.method()).add(payment.format());
        account(payment.payerAccount(), body);
        body.add(payment.originatingCompany()).add(payment.supplementalCode());
        account(payment.payeeAccount(), body);
        body.date(payment.date()).end();
    }

    private static void account(Payment.@Nullable BankAccount account, SegmentWriter body) {
        if (account == null) {
            body.add("").add("").add("").add("");
        } else {
            body.add(account.bankQualifier()).add(account.bank());
            body.add(account.accountQualifier()).add(account.account());
        }
    }

    private static void party(@Nullable Party party, SegmentWriter body) {
        if (party == null) {
            return;
        }
        body.start("N1").add(party.entity()).add(party.name());
        body.add(party.idQualifier()).add(party.id()).end();
        party.address().write(body);
        party.references().forEach(reference -> reference.write(body));
        party.contacts().forEach(contact -> contact.write(body));
    }

    private static void elements(String id, List<String> elements, SegmentWriter body) {
        if (!elements.isEmpty()) {
            body.start(id);
            elements.forEach(body::add);
            body.end();
        }
    }

    private static void line(ServicePayment line, SegmentWriter body) {
        body.start("SVC");
        line.procedure().write(body);
        body.amount(line.chargeCents()).amount(line.paidCents()).add(line.revenueCode());
        body.number(line.paidUnits());
        if (line.originalProcedure() == null) {
            body.add("");
        } else {
            line.originalProcedure().write(body);
        }
        body.number(line.originalUnits()).end();
        line.dates().forEach(date -> date.writeDtm(body));
        Adjustment.write(body, line.adjustments());
        line.references().forEach(reference -> reference.write(body));
        line.amounts().forEach(amount -> amount.write(body));
        line.quantities().forEach(quantity -> quantity.write(body));
        for (ServicePayment.Remark remark : line.remarks()) {
            body.start("LQ").add(remark.qualifier()).add(remark.code()).end();
        }
    }

    private static boolean together(ProviderAdjustment one, ProviderAdjustment other) {
        return one.providerId().equals(other.providerId()) && Objects.equals(one.fiscalPeriod(), other.fiscalPeriod());
    }

    private static void plb(List<ProviderAdjustment> shared, SegmentWriter body) {
        ProviderAdjustment first = shared.getFirst();
        body.start("PLB").add(first.providerId()).date(first.fiscalPeriod());
        for (ProviderAdjustment adjustment : shared) {
            body.composite(adjustment.reasonCode(), adjustment.reference()).amount(adjustment.amountCents());
        }
        body.end();
    }
}
