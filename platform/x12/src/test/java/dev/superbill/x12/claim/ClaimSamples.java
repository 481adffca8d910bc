package dev.superbill.x12.claim;

import dev.superbill.x12.Adjustment;
import dev.superbill.x12.Contact;
import dev.superbill.x12.Draw;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Files;
import dev.superbill.x12.InterchangeWriter;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.QualifiedDate;
import dev.superbill.x12.remittance.RemittanceSamples;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/** Claims that the guide allows. */
public final class ClaimSamples {
    private static final List<String> CODES = List.of("J02.0", "R05", "E11.9", "I10", "M54.5", "Z00.00");

    private ClaimSamples() {}

    /** One 837P as records. */
    public record Claims(Submission submission, List<ProfessionalClaim> claims) {}

    public static Claims draw(Draw draw) {
        List<ProfessionalClaim> claims = new ArrayList<>();
        draw.list(1, 3, () -> billingProvider(draw)).forEach(billing -> {
            draw.list(1, 4, () -> claim(draw, billing)).forEach(claim -> {
                claims.add(claim);
                if (draw.chance(20)) {
                    claims.add(again(claim, draw));
                }
            });
        });
        return new Claims(submission(draw), claims);
    }

    public static Submission submission(Draw draw) {
        return Submission.of(
                "0001",
                draw.id(5, 20),
                draw.dateTime(),
                draw.name(2),
                draw.id(3, 9),
                Contact.telephone("IC", draw.name(1), draw.digits(10)),
                draw.name(2),
                draw.id(3, 9));
    }

    public static BillingProvider billingProvider(Draw draw) {
        BillingProvider provider = BillingProvider.organization(
                draw.name(3),
                draw.npi(),
                draw.digits(9),
                "207Q00000X",
                draw.address(),
                draw.chance(50) ? List.of(Contact.telephone("IC", draw.name(1), draw.digits(10))) : List.of());
        return draw.chance(30)
                ? new BillingProvider(
                        provider.name(),
                        provider.taxonomy(),
                        provider.address(),
                        provider.references(),
                        provider.contacts(),
                        draw.address())
                : provider;
    }

    public static ProfessionalClaim claim(Draw draw, BillingProvider billing) {
        boolean self = draw.chance(60);
        boolean secondary = draw.chance(30);
        Payer payer = Payer.of(draw.name(2), draw.id(3, 9));
        String earlierPayer = draw.id(3, 9);
        int diagnoses = draw.between(1, CODES.size());
        List<ServiceLine> lines = lines(draw, diagnoses, secondary, earlierPayer);
        long charge = lines.stream().mapToLong(ServiceLine::chargeCents).sum();
        String frequency = draw.of("1", "1", "7", "8");
        ProfessionalClaimBuilder claim = ProfessionalClaim.builder()
                .billingProvider(billing)
                .subscriber(Subscriber.of(
                        secondary ? "S" : "P",
                        self,
                        draw.maybe(50, () -> draw.id(3, 10), ""),
                        draw.of("CI", "BL", "MC"),
                        EntityName.person("IL", draw.name(1), draw.name(1), "MI", draw.id(6, 12)),
                        draw.address(),
                        draw.date().minusYears(40),
                        draw.of("F", "M", "U")))
                .payer(payer)
                .patientControlNumber(draw.id(4, 20))
                .chargeCents(charge)
                .placeOfService(draw.of("11", "22"))
                .frequency(frequency)
                .diagnoses(CODES.subList(0, diagnoses));
        if (!self) {
            claim.patient(Patient.of(
                    draw.of("01", "19", "G8"),
                    draw.name(1),
                    draw.name(1),
                    draw.maybe(30, () -> "Q", ""),
                    draw.address(),
                    draw.date().minusYears(9),
                    draw.of("F", "M")));
        }
        details(claim, frequency, draw);
        if (secondary) {
            claim.otherPayer(OtherPayer.adjudicated(
                    "P",
                    "18",
                    draw.id(3, 9),
                    "MB",
                    EntityName.person("IL", draw.name(1), draw.name(1), "MI", draw.id(6, 12)),
                    EntityName.organization("PR", draw.name(2), "PI", earlierPayer),
                    lines.stream()
                            .flatMap(line -> line.adjudications().stream())
                            .mapToLong(LineAdjudication::paidCents)
                            .sum(),
                    List.of(),
                    null,
                    draw.maybe(50, () -> draw.id(6, 12), "")));
        }
        lines.forEach(claim::line);
        return claim.build();
    }

    private static void details(ProfessionalClaimBuilder claim, String frequency, Draw draw) {
        if (draw.chance(30)) {
            claim.date("431", draw.date());
        }
        if (draw.chance(20)) {
            claim.date("439", draw.date()).cause(new ProfessionalClaim.Cause(List.of("AA"), "WI", ""));
        }
        if (draw.chance(20)) {
            claim.patientPaidCents(draw.cents());
        }
        if (draw.chance(30)) {
            claim.reference("G1", draw.id(4, 12));
        }
        if (!frequency.equals("1")) {
            claim.reference("F8", draw.id(6, 15));
        }
        if (draw.chance(20)) {
            claim.reference("X4", "12D4567890");
        }
        if (draw.chance(20)) {
            claim.reference("EA", draw.id(4, 12));
        }
        if (draw.chance(30)) {
            claim.note(new Note("ADD", draw.name(4)));
        }
        if (draw.chance(40)) {
            claim.provider(Provider.referring(draw.name(1), draw.name(1), draw.npi()));
        }
        if (draw.chance(70)) {
            claim.provider(Provider.rendering(draw.name(1), draw.name(1), draw.npi(), "207Q00000X"));
        }
        if (draw.chance(30)) {
            claim.provider(Provider.facility(draw.name(2), draw.npi(), draw.address()));
        }
        if (draw.chance(20)) {
            claim.provider(Provider.supervising(draw.name(1), draw.name(1), draw.npi()));
        }
    }

    private static List<ServiceLine> lines(Draw draw, int diagnoses, boolean secondary, String earlierPayer) {
        List<ServiceLine> lines = new ArrayList<>();
        int count = draw.list(1, 8, () -> 1).size();
        for (int ordinal = 1; ordinal <= count; ordinal++) {
            ServiceLine line = line(draw, ordinal, diagnoses);
            lines.add(secondary ? line.withAdjudications(List.of(adjudication(draw, line, earlierPayer))) : line);
        }
        return lines;
    }

    private static ServiceLine line(Draw draw, int ordinal, int diagnoses) {
        List<Integer> pointers = new ArrayList<>();
        for (int pointer = 1; pointer <= Math.min(4, diagnoses); pointer++) {
            if (pointers.isEmpty() || draw.chance(50)) {
                pointers.add(pointer);
            }
        }
        ServiceLine line = ServiceLine.of(
                ordinal,
                draw.chance(40) ? Procedure.hcpcs("99213", "25") : Procedure.hcpcs("80053"),
                draw.cents(),
                draw.units(),
                pointers,
                draw.date(),
                draw.id(4, 20));
        if (draw.chance(10)) {
            line = line.with(new Note("ADD", draw.name(3)), "00409123401", BigDecimal.TWO, "ML");
        }
        if (draw.chance(10)) {
            line = new ServiceLine(
                    line.position(),
                    ordinal,
                    line.procedure(),
                    line.chargeCents(),
                    "UN",
                    line.units(),
                    "",
                    pointers,
                    true,
                    List.of(new QualifiedDate("472", draw.date(), draw.date().plusYears(2))),
                    line.references(),
                    line.note(),
                    line.drug(),
                    line.drugQuantity(),
                    line.drugUnit(),
                    List.of(),
                    List.of(),
                    List.of());
        }
        return line;
    }

    private static LineAdjudication adjudication(Draw draw, ServiceLine line, String payer) {
        List<Adjustment> adjustments = RemittanceSamples.adjustments(draw).stream()
                .map(a -> Adjustment.of(a.groupCode(), a.reasonCode(), 1))
                .limit(Math.min(5, line.chargeCents()))
                .toList();
        return new LineAdjudication(
                payer,
                line.chargeCents() - adjustments.size(),
                line.procedure(),
                line.units(),
                "",
                adjustments,
                draw.date(),
                null);
    }

    private static ProfessionalClaim again(ProfessionalClaim claim, Draw draw) {
        ProfessionalClaimBuilder again = ProfessionalClaim.builder()
                .billingProvider(claim.billingProvider())
                .subscriber(claim.subscriber())
                .payer(claim.payer())
                .patient(claim.patient())
                .patientControlNumber(draw.id(4, 20))
                .chargeCents(claim.chargeCents())
                .placeOfService("11");
        claim.diagnoses().forEach(again::diagnosis);
        claim.otherPayers().forEach(again::otherPayer);
        claim.lines().forEach(again::line);
        return again.build();
    }

    public static byte[] file(Claims claims) {
        return Files.of("HC", ClaimWriter.GUIDE, file -> write(claims, file));
    }

    public static void write(Claims claims, InterchangeWriter file) {
        ClaimWriter writer = new ClaimWriter(file);
        writer.start(claims.submission());
        claims.claims().forEach(writer::claim);
        writer.finish();
    }
}
