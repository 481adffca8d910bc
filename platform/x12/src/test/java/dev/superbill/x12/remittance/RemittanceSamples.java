package dev.superbill.x12.remittance;

import dev.superbill.x12.Adjustment;
import dev.superbill.x12.Contact;
import dev.superbill.x12.Draw;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Files;
import dev.superbill.x12.InterchangeWriter;
import dev.superbill.x12.Position;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.QualifiedAmount;
import dev.superbill.x12.QualifiedDate;
import dev.superbill.x12.Reference;
import dev.superbill.x12.TransactionHeader;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** Remittances that balance and that the guide allows. */
public final class RemittanceSamples {
    private RemittanceSamples() {}

    /** One 835 as records. */
    public record Remittance(RemittanceStart start, List<ClaimPayment> claims, List<ProviderAdjustment> adjustments) {}

    public static Remittance draw(Draw draw) {
        List<ClaimPayment> claims = draw.list(1, 12, () -> claim(draw));
        String npi = draw.npi();
        LocalDate period = draw.date();
        List<ProviderAdjustment> adjustments = draw.list(0, 5, () -> adjustment(draw, npi, period));
        long sum = claims.stream().mapToLong(ClaimPayment::paidCents).sum()
                - adjustments.stream()
                        .mapToLong(ProviderAdjustment::amountCents)
                        .sum();
        if (sum < 0) {
            adjustments = new ArrayList<>(adjustments);
            adjustments.add(ProviderAdjustment.of(npi, period, "FB", draw.id(3, 10), sum));
            sum = 0;
        }
        return new Remittance(start(draw, sum, npi), claims, adjustments);
    }

    public static RemittanceStart start(Draw draw, long paymentCents, String npi) {
        Payment.BankAccount bank = new Payment.BankAccount("01", "021000021", "DA", draw.digits(9));
        Payment payment = paymentCents == 0
                ? Payment.none(draw.date())
                : draw.chance(50)
                        ? Payment.check(paymentCents, draw.date())
                        : Payment.ach(paymentCents, bank, "1" + draw.digits(9), bank, draw.date());
        return new RemittanceStart(
                0,
                null,
                null,
                new TransactionHeader(Position.NONE, "835", "0001", ""),
                payment,
                Trace.of(draw.digits(9), "1" + draw.digits(9)),
                List.of(Reference.of("EV", draw.id(4, 10))),
                draw.date(),
                Party.payer(draw.name(2), draw.address(), Contact.telephone("BL", draw.name(1), draw.digits(10))),
                Party.payee(draw.name(3), npi, draw.digits(9), draw.address()),
                List.of());
    }

    public static ClaimPayment claim(Draw draw) {
        boolean withLines = draw.chance(85);
        List<ServicePayment> lines = withLines ? draw.list(1, 6, () -> line(draw)) : List.of();
        List<Adjustment> own = draw.chance(withLines ? 20 : 90) ? adjustments(draw) : List.of();
        long charge = withLines
                ? lines.stream().mapToLong(ServicePayment::chargeCents).sum()
                : draw.cents();
        long paid =
                (withLines ? lines.stream().mapToLong(ServicePayment::paidCents).sum() : charge)
                        - own.stream().mapToLong(Adjustment::amountCents).sum();
        List<EntityName> names = new ArrayList<>();
        names.add(new EntityName(
                "QC", "1", draw.name(1), draw.name(1), draw.maybe(30, () -> "J", ""), "", "MI", draw.id(6, 12)));
        if (draw.chance(30)) {
            names.add(EntityName.person("IL", draw.name(1), draw.name(1), "MI", draw.id(6, 12)));
        }
        if (draw.chance(50)) {
            names.add(EntityName.person("82", draw.name(1), draw.name(1), "XX", draw.npi()));
        }
        ClaimPayment claim = ClaimPayment.of(
                draw.id(4, 20),
                draw.of("1", "2", "3", "19", "4"),
                charge,
                paid,
                null,
                draw.of("12", "MB", "15"),
                draw.id(5, 15),
                "11",
                "1",
                own,
                names,
                lines);
        return withDetails(claim, draw);
    }

    private static ClaimPayment withDetails(ClaimPayment c, Draw draw) {
        long patient = Balancing.patientResponsibilityCents(c);
        return new ClaimPayment(
                c.position(),
                c.ordinal(),
                c.header(),
                c.patientControlNumber(),
                c.statusCode(),
                c.chargeCents(),
                c.paidCents(),
                patient == 0 ? null : patient,
                c.filingIndicator(),
                c.payerControlNumber(),
                c.facilityCode(),
                c.frequency(),
                c.drg(),
                c.adjustments(),
                c.names(),
                c.inpatient(),
                draw.chance(30) ? List.of("", "", "MA01", "MA18") : List.of(),
                draw.chance(30) ? List.of(Reference.of("1L", draw.id(3, 9))) : List.of(),
                List.of(QualifiedDate.of("232", draw.date()), QualifiedDate.of("050", draw.date())),
                draw.chance(20) ? List.of(Contact.telephone("CX", draw.name(1), draw.digits(10))) : List.of(),
                draw.chance(30) ? List.of(new QualifiedAmount("AU", draw.cents())) : List.of(),
                List.of(),
                c.lines(),
                List.of());
    }

    public static ServicePayment line(Draw draw) {
        long charge = draw.cents();
        List<Adjustment> adjustments = draw.chance(80) ? adjustments(draw) : List.of();
        long paid =
                charge - adjustments.stream().mapToLong(Adjustment::amountCents).sum();
        Procedure procedure = procedure(draw);
        ServicePayment line = ServicePayment.of(
                procedure,
                charge,
                paid,
                draw.maybe(80, draw::units, null),
                draw.date(),
                adjustments,
                draw.maybe(80, () -> draw.id(2, 20), ""),
                draw.chance(30) ? List.of("N130", "M15") : List.of());
        return draw.chance(20)
                ? new ServicePayment(
                        line.position(),
                        0,
                        procedure,
                        charge,
                        paid,
                        "",
                        draw.units(),
                        procedure(draw),
                        BigDecimal.ONE,
                        line.dates(),
                        adjustments,
                        line.references(),
                        List.of(new QualifiedAmount("B6", draw.cents())),
                        List.of(),
                        line.remarks(),
                        List.of())
                : line;
    }

    /** At most six of a group, in groups that each come once, as the writer puts them into segments. */
    public static List<Adjustment> adjustments(Draw draw) {
        List<Adjustment> all = new ArrayList<>();
        for (String group : List.of("CO", "PR", "OA", "PI")) {
            if (draw.chance(40)) {
                all.addAll(draw.list(
                        1,
                        8,
                        () -> new Adjustment(
                                Position.NONE,
                                group,
                                draw.of("1", "2", "3", "45", "97", "253"),
                                draw.chance(10) ? -draw.cents() : draw.cents(),
                                draw.chance(20) ? draw.units() : null)));
            }
        }
        return all;
    }

    private static ProviderAdjustment adjustment(Draw draw, String npi, LocalDate period) {
        long cents = draw.chance(30) ? -draw.cents() : draw.cents();
        return ProviderAdjustment.of(npi, period, draw.of("WO", "FB", "L6", "72", "CS"), draw.id(3, 15), cents);
    }

    private static Procedure procedure(Draw draw) {
        return draw.chance(50)
                ? Procedure.hcpcs(draw.of("99213", "99214", "J1100"), "25")
                : Procedure.hcpcs(draw.of("99213", "80053"));
    }

    public static byte[] file(Remittance remittance) {
        return Files.of("HP", RemittanceWriter.GUIDE, file -> write(remittance, file));
    }

    public static void write(Remittance remittance, InterchangeWriter file) {
        RemittanceWriter writer = new RemittanceWriter(file);
        writer.start(remittance.start());
        remittance.claims().forEach(writer::claim);
        writer.finish(remittance.adjustments());
    }
}
