package dev.superbill.claims.submission;

import dev.superbill.x12.EntityName;
import dev.superbill.x12.FunctionalGroupHeader;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.InterchangeWriter;
import dev.superbill.x12.Position;
import dev.superbill.x12.Reference;
import dev.superbill.x12.acknowledgement.AcknowledgementWriter;
import dev.superbill.x12.acknowledgement.ClaimAcknowledgement;
import dev.superbill.x12.acknowledgement.GroupAcknowledgement;
import dev.superbill.x12.acknowledgement.InterchangeAcknowledgement;
import dev.superbill.x12.acknowledgement.Status;
import dev.superbill.x12.claim.ClaimEvent;
import dev.superbill.x12.claim.ClaimReader;
import dev.superbill.x12.claim.ClaimsStart;
import dev.superbill.x12.claim.ProfessionalClaim;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;

/** A file that was sent, and answers to it. */
public record SentFile(ClaimsStart start, List<ProfessionalClaim> claims) {

    public static SentFile read(byte[] file) {
        ClaimReader reader = new ClaimReader(new ByteArrayInputStream(file));
        ClaimsStart start = null;
        List<ProfessionalClaim> claims = new ArrayList<>();
        for (ClaimEvent event = reader.next(); event != null; event = reader.next()) {
            if (event instanceof ClaimsStart first) {
                start = first;
            } else if (event instanceof ProfessionalClaim claim) {
                claims.add(claim);
            }
        }
        return new SentFile(start, claims);
    }

    /** A 999 for its transaction. */
    public byte[] syntax(String code) {
        GroupAcknowledgement.TransactionResult result = new GroupAcknowledgement.TransactionResult(
                Position.NONE, "837", start.submission().controlNumber(), "005010X222A1", List.of(), code, List.of());
        return interchange(
                "FA",
                AcknowledgementWriter.GUIDE_999,
                file -> AcknowledgementWriter.write(
                        file,
                        new GroupAcknowledgement(
                                Position.NONE,
                                1,
                                null,
                                "0001",
                                "HC",
                                start.group().controlNumber(),
                                "005010X222A1",
                                List.of(result),
                                code,
                                1,
                                1,
                                code.equals("A") ? 1 : 0,
                                List.of(),
                                List.of())));
    }

    /** A 277CA with a category for each of some claims. */
    public byte[] answer(String source, Object... indexesAndCategories) {
        List<ClaimAcknowledgement.ClaimStatus> statuses = new ArrayList<>();
        for (int i = 0; i < indexesAndCategories.length; i += 2) {
            int index = (Integer) indexesAndCategories[i];
            String category = (String) indexesAndCategories[i + 1];
            statuses.add(new ClaimAcknowledgement.ClaimStatus(
                    Position.NONE,
                    claims.get(index).patientName().as("QC"),
                    claims.get(index).patientControlNumber(),
                    List.of(Status.of(
                            category,
                            "20",
                            "PR",
                            LocalDate.of(2026, 11, 24),
                            category.equals("A2") || category.equals("A4") ? "WQ" : "U",
                            12_500L)),
                    category.equals("A2") ? List.of(Reference.of("1K", "ICN" + index)) : List.of(),
                    List.of(),
                    List.of()));
        }
        return interchange(
                "HN",
                AcknowledgementWriter.GUIDE_277CA,
                file -> AcknowledgementWriter.write(
                        file,
                        new ClaimAcknowledgement(
                                Position.NONE,
                                1,
                                null,
                                "0001",
                                "R1",
                                LocalDateTime.of(2026, 11, 24, 8, 0),
                                EntityName.organization(source, "Acme Health", "PI", "ACME1"),
                                "T1",
                                LocalDate.of(2026, 11, 24),
                                LocalDate.of(2026, 11, 24),
                                EntityName.organization("41", "Maple", "46", "MAPLE01"),
                                new ClaimAcknowledgement.Level(
                                        start.submission().reference(),
                                        List.of(Status.of("A1", "19", "PR", LocalDate.of(2026, 11, 24), "WQ", 37_500L)),
                                        List.of(),
                                        List.of(),
                                        List.of()),
                                List.of(new ClaimAcknowledgement.ProviderStatus(
                                        claims.getFirst().billingProvider().name(),
                                        ClaimAcknowledgement.Level.NONE,
                                        statuses)),
                                List.of())));
    }

    /** A TA1. */
    public byte[] interchange(String code) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LocalDateTime now = LocalDateTime.of(2026, 11, 24, 8, 0);
        try (InterchangeWriter file = new InterchangeWriter(
                bytes,
                InterchangeHeader.of(
                        start.interchange().receiverId(), start.interchange().senderId(), now, 8, false, false))) {
            InterchangeAcknowledgement.of(start.interchange(), code, code.equals("R") ? "025" : "000")
                    .write(file.outsideGroups());
        }
        return bytes.toByteArray();
    }

    private byte[] interchange(String group, String guide, java.util.function.Consumer<InterchangeWriter> body) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        LocalDateTime now = LocalDateTime.of(2026, 11, 24, 8, 0);
        try (InterchangeWriter file = new InterchangeWriter(
                bytes,
                InterchangeHeader.of(
                        start.interchange().receiverId(), start.interchange().senderId(), now, 7, false, false))) {
            file.startGroup(FunctionalGroupHeader.of(
                    group, start.interchange().receiverId(), start.interchange().senderId(), now, 7, guide));
            body.accept(file);
        }
        return bytes.toByteArray();
    }
}
