package dev.superbill.x12.acknowledgement;

import dev.superbill.x12.Draw;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.Files;
import dev.superbill.x12.Position;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.QualifiedAmount;
import dev.superbill.x12.QualifiedDate;
import dev.superbill.x12.QualifiedQuantity;
import dev.superbill.x12.Reference;
import java.math.BigDecimal;
import java.util.List;

/** Acknowledgements that the guides allow. */
public final class AcknowledgementSamples {
    private AcknowledgementSamples() {}

    public static GroupAcknowledgement group(Draw draw) {
        List<GroupAcknowledgement.TransactionResult> results = draw.list(1, 6, () -> result(draw));
        long accepted = results.stream().filter(result -> !result.rejected()).count();
        String code = accepted == results.size() ? "A" : accepted == 0 ? "R" : "P";
        return new GroupAcknowledgement(
                Position.NONE,
                0,
                null,
                "0001",
                "HC",
                draw.digits(draw.between(1, 9)),
                "005010X222A1",
                results,
                code,
                results.size(),
                results.size(),
                accepted,
                List.of(),
                List.of());
    }

    private static GroupAcknowledgement.TransactionResult result(Draw draw) {
        List<GroupAcknowledgement.SegmentError> errors = draw.chance(50)
                ? draw.list(
                        1,
                        3,
                        () -> new GroupAcknowledgement.SegmentError(
                                draw.of("NM1", "CLM", "SV1"),
                                draw.between(3, 900),
                                draw.of("2010", "2300"),
                                "8",
                                List.of(GroupAcknowledgement.Context.of("CLM01", draw.id(4, 20))),
                                draw.list(
                                        1,
                                        2,
                                        () -> new GroupAcknowledgement.ElementError(
                                                draw.between(1, 9),
                                                draw.chance(30) ? draw.between(1, 4) : 0,
                                                "1073",
                                                draw.of("1", "7"),
                                                draw.maybe(50, () -> draw.word(1, 5), ""),
                                                List.of()))))
                : List.of();
        return new GroupAcknowledgement.TransactionResult(
                Position.NONE,
                "837",
                draw.digits(4),
                "005010X222A1",
                errors,
                errors.isEmpty() ? "A" : "R",
                errors.isEmpty() ? List.of() : List.of("5"));
    }

    public static ClaimAcknowledgement claims(Draw draw) {
        List<ClaimAcknowledgement.ProviderStatus> providers = draw.list(1, 3, () -> provider(draw));
        long claims = providers.stream().mapToLong(p -> p.claims().size()).sum();
        return new ClaimAcknowledgement(
                Position.NONE,
                0,
                null,
                "0001",
                draw.id(4, 20),
                draw.dateTime(),
                EntityName.organization("PR", draw.name(2), "PI", draw.id(3, 9)),
                draw.id(4, 20),
                draw.date(),
                draw.date(),
                EntityName.organization("41", draw.name(2), "46", draw.id(3, 9)),
                new ClaimAcknowledgement.Level(
                        draw.id(4, 20),
                        List.of(Status.of("A1", "19", "PR", draw.date(), "WQ", draw.cents())),
                        List.of(),
                        List.of(new QualifiedQuantity("90", BigDecimal.valueOf(claims))),
                        List.of(new QualifiedAmount("YU", draw.cents()))),
                providers,
                List.of());
    }

    private static ClaimAcknowledgement.ProviderStatus provider(Draw draw) {
        return new ClaimAcknowledgement.ProviderStatus(
                EntityName.organization("85", draw.name(2), "XX", draw.npi()),
                new ClaimAcknowledgement.Level(
                        "0",
                        List.of(Status.of("A1", "19", "PR", null, "WQ", draw.cents())),
                        List.of(),
                        List.of(),
                        List.of()),
                draw.list(1, 4, () -> claim(draw)));
    }

    private static ClaimAcknowledgement.ClaimStatus claim(Draw draw) {
        boolean rejected = draw.chance(40);
        Status status = rejected
                ? Status.of("A7", "562", "85", draw.date(), "U", draw.cents())
                : Status.of("A2", "20", "PR", draw.date(), "WQ", draw.cents());
        List<ClaimAcknowledgement.LineStatus> lines = rejected && draw.chance(50)
                ? draw.list(
                        1,
                        2,
                        () -> new ClaimAcknowledgement.LineStatus(
                                Position.NONE,
                                Procedure.hcpcs("99213"),
                                draw.cents(),
                                "",
                                BigDecimal.ONE,
                                List.of(Status.of("A7", "454", "", draw.date(), "U", null)),
                                List.of(Reference.of("FJ", draw.id(2, 10))),
                                List.of(QualifiedDate.of("472", draw.date()))))
                : List.of();
        return new ClaimAcknowledgement.ClaimStatus(
                Position.NONE,
                EntityName.person("QC", draw.name(1), draw.name(1), "MI", draw.id(6, 12)),
                draw.id(4, 20),
                List.of(status),
                rejected ? List.of() : List.of(Reference.of("1K", draw.id(6, 15))),
                List.of(QualifiedDate.of("472", draw.date())),
                lines);
    }

    public static byte[] file(GroupAcknowledgement group) {
        return Files.of("FA", AcknowledgementWriter.GUIDE_999, file -> AcknowledgementWriter.write(file, group));
    }

    public static byte[] file(ClaimAcknowledgement claims) {
        return Files.of("HN", AcknowledgementWriter.GUIDE_277CA, file -> AcknowledgementWriter.write(file, claims));
    }
}
