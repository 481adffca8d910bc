package dev.superbill.local.bench;

import dev.superbill.x12.Address;
import dev.superbill.x12.Adjustment;
import dev.superbill.x12.Contact;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.FunctionalGroupHeader;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.InterchangeWriter;
import dev.superbill.x12.Position;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.Reference;
import dev.superbill.x12.TransactionHeader;
import dev.superbill.x12.claim.ClaimEvent;
import dev.superbill.x12.claim.ClaimReader;
import dev.superbill.x12.claim.ProfessionalClaim;
import dev.superbill.x12.claim.ServiceLine;
import dev.superbill.x12.remittance.ClaimPayment;
import dev.superbill.x12.remittance.Party;
import dev.superbill.x12.remittance.Payment;
import dev.superbill.x12.remittance.ProviderAdjustment;
import dev.superbill.x12.remittance.RemittanceStart;
import dev.superbill.x12.remittance.RemittanceWriter;
import dev.superbill.x12.remittance.ServicePayment;
import dev.superbill.x12.remittance.Trace;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A payer who reads claims and writes remittances that balance; a file of any size in little memory. */
final class Payer implements AutoCloseable {

    private static final int CLAIMS_IN_A_TRANSACTION = 2_500;
    private static final Address ADDRESS = Address.of("PO Box 1", "Springfield", "IL", "62701");

    private final Path file;
    private final OutputStream out;
    private final InterchangeWriter interchange;
    private final List<ClaimPayment> waiting = new ArrayList<>();
    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final String run = UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
    private int transactions;
    private long claims;
    private long lines;
    private long paidCents;

    Payer(Path file) throws IOException {
        this.file = file;
        this.out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 16);
        LocalDateTime now = LocalDateTime.now(ZoneOffset.UTC);
        this.interchange =
                new InterchangeWriter(out, InterchangeHeader.of("BENCHPAYER", "BENCH", now, 1, false, false));
        interchange.startGroup(FunctionalGroupHeader.of("HP", "BENCHPAYER", "BENCH", now, 1, RemittanceWriter.GUIDE));
    }

    Path file() {
        return file;
    }

    long claims() {
        return claims;
    }

    long lines() {
        return lines;
    }

    long paidCents() {
        return paidCents;
    }

    /** Pays each claim of an 837P: a quarter is written off, a tenth is left to the patient, to the cent. */
    void pay(InputStream batch) {
        ClaimReader reader = new ClaimReader(batch);
        for (ClaimEvent event = reader.next(); event != null; event = reader.next()) {
            if (event instanceof ProfessionalClaim claim) {
                add(
                        claim.patientControlNumber(),
                        claim.patientName(),
                        claim.lines().stream().map(this::pay).toList());
            }
        }
    }

    private ServicePayment pay(ServiceLine line) {
        return pay(line.procedure(), line.chargeCents(), Reference.find(line.references(), "6R"));
    }

    private ServicePayment pay(Procedure procedure, long chargeCents, String controlNumber) {
        long writtenOff = chargeCents / 4;
        long patient = chargeCents / 10;
        return ServicePayment.of(
                procedure,
                chargeCents,
                chargeCents - writtenOff - patient,
                BigDecimal.ONE,
                today.minusDays(30),
                List.of(
                        new Adjustment(Position.NONE, "CO", "45", writtenOff, null),
                        new Adjustment(Position.NONE, "PR", "2", patient, null)),
                controlNumber,
                List.of());
    }

    /** Pays so many claims that nobody has sent. */
    void payUnknown(long count, int linesOfEach) {
        for (long i = 0; i < count; i++) {
            payUnknown(linesOfEach);
        }
    }

    private void payUnknown(int linesOfIt) {
        List<ServicePayment> paid = new ArrayList<>();
        for (int i = 0; i < linesOfIt; i++) {
            paid.add(pay(Procedure.hcpcs("99213"), 14_500, "L" + (i + 1)));
        }
        add("U" + run + claims, EntityName.person("QC", "Nobody", "Ann", "MI", "X" + claims), paid);
    }

    private void add(String controlNumber, EntityName patient, List<ServicePayment> paid) {
        ClaimPayment claim = ClaimPayment.of(
                controlNumber,
                "1",
                paid.stream().mapToLong(ServicePayment::chargeCents).sum(),
                paid.stream().mapToLong(ServicePayment::paidCents).sum(),
                paid.stream()
                        .flatMap(line -> line.adjustments().stream())
                        .filter(adjustment -> adjustment.groupCode().equals("PR"))
                        .mapToLong(Adjustment::amountCents)
                        .sum(),
                "12",
                "P" + run + claims,
                "11",
                "1",
                List.of(),
                List.of(patient.as("QC")),
                paid);
        waiting.add(claim);
        claims++;
        lines += paid.size();
        paidCents += claim.paidCents();
        if (waiting.size() == CLAIMS_IN_A_TRANSACTION) {
            writeTransaction();
        }
    }

    private void writeTransaction() {
        if (waiting.isEmpty()) {
            return;
        }
        transactions++;
        long sum = waiting.stream().mapToLong(ClaimPayment::paidCents).sum();
        RemittanceWriter writer = new RemittanceWriter(interchange);
        writer.start(new RemittanceStart(
                0,
                null,
                null,
                new TransactionHeader(Position.NONE, "835", "%04d".formatted(transactions), ""),
                Payment.check(sum, today),
                Trace.of(run + transactions, "1000060054"),
                List.of(),
                today,
                Party.payer("Northern Health Plan", ADDRESS, Contact.telephone("BL", "Desk", "2175550100")),
                Party.payee("Bench Clinic", Clinic.NPI, Clinic.TAX_ID, ADDRESS),
                List.of()));
        waiting.forEach(writer::claim);
        writer.finish(List.<ProviderAdjustment>of());
        waiting.clear();
    }

    /** Ends the file. */
    @Override
    public void close() throws IOException {
        writeTransaction();
        interchange.close();
        out.close();
    }
}
