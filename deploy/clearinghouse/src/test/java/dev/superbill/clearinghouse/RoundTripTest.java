package dev.superbill.clearinghouse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.x12.Address;
import dev.superbill.x12.Contact;
import dev.superbill.x12.EntityName;
import dev.superbill.x12.FunctionalGroupHeader;
import dev.superbill.x12.InterchangeHeader;
import dev.superbill.x12.InterchangeWriter;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.acknowledgement.Acknowledgement;
import dev.superbill.x12.acknowledgement.AcknowledgementReader;
import dev.superbill.x12.acknowledgement.ClaimAcknowledgement;
import dev.superbill.x12.acknowledgement.GroupAcknowledgement;
import dev.superbill.x12.acknowledgement.InterchangeAcknowledgement;
import dev.superbill.x12.claim.BillingProvider;
import dev.superbill.x12.claim.ClaimWriter;
import dev.superbill.x12.claim.Payer;
import dev.superbill.x12.claim.ProfessionalClaim;
import dev.superbill.x12.claim.Provider;
import dev.superbill.x12.claim.ServiceLine;
import dev.superbill.x12.claim.Submission;
import dev.superbill.x12.claim.Subscriber;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The X12 library writes what the clearinghouse reads, and reads what the clearinghouse writes. */
class RoundTripTest {

    private static final LocalDate SERVICE = LocalDate.of(2026, 1, 5);
    private static final Address ADDRESS = Address.of("1 MAIN STREET", "PORTLAND", "ME", "041011234");

    @TempDir
    Path home;

    @Test
    void theLibraryReadsTheAnswersToItsOwnBatch() throws Exception {
        try (Running running = new Running(home)) {
            running.put("a.837", batch());

            InterchangeAcknowledgement ta1 = (InterchangeAcknowledgement) read(running, "ta1", 1);
            assertThat(ta1.code()).isEqualTo("A");
            GroupAcknowledgement group = (GroupAcknowledgement) read(running, "999", 1);
            assertThat(group.transactions())
                    .allSatisfy(set -> assertThat(set.code()).isEqualTo("A"));
            ClaimAcknowledgement own = (ClaimAcknowledgement) read(running, "277ca", 1);
            assertThat(own.source().entity()).isEqualTo("AY");
            ClaimAcknowledgement payers = (ClaimAcknowledgement) read(running, "277ca", 2);
            assertThat(payers.batch().trace()).isEqualTo("BATCH1");
            assertThat(payers.claims()).hasSize(1).allSatisfy(claim -> {
                assertThat(claim.trace()).isEqualTo("PCN1");
                assertThat(claim.rejects()).isFalse();
                assertThat(claim.payerControlNumber()).isNotEmpty();
            });
            assertThat(running.awaitInbox("835", 1).getFirst()).contains("CLP*PCN1*1*150*");
        }
    }

    private static Acknowledgement read(Running running, String kind, int number) {
        String text = running.awaitInbox(kind, number).get(number - 1);
        AcknowledgementReader reader =
                new AcknowledgementReader(new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII)));
        Acknowledgement acknowledgement = reader.next();
        assertThat(acknowledgement).isNotNull();
        assertThat(reader.next()).isNull();
        return acknowledgement;
    }

    private static String batch() {
        LocalDateTime at = SERVICE.atTime(12, 0);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (InterchangeWriter file =
                new InterchangeWriter(bytes, InterchangeHeader.of(Running.SUBMITTER, "CLEARING", at, 1, true, false))) {
            file.startGroup(FunctionalGroupHeader.of("HC", Running.SUBMITTER, "CLEARING", at, 1, ClaimWriter.GUIDE));
            ClaimWriter writer = new ClaimWriter(file);
            writer.start(Submission.of(
                    "0001",
                    "BATCH1",
                    at,
                    "MAPLE FAMILY PRACTICE",
                    Running.SUBMITTER,
                    Contact.telephone("IC", "BILLING", "2075550100"),
                    "CLEARINGHOUSE",
                    "CLEARING"));
            writer.claim(claim());
            writer.finish();
        }
        return bytes.toString(StandardCharsets.US_ASCII);
    }

    private static ProfessionalClaim claim() {
        return ProfessionalClaim.builder()
                .billingProvider(BillingProvider.organization(
                        "MAPLE FAMILY PRACTICE", "1234567893", "123456789", "207Q00000X", ADDRESS, List.of()))
                .subscriber(Subscriber.of(
                        "P",
                        true,
                        "",
                        "CI",
                        EntityName.person("IL", "ROE", "JANE", "MI", "M100200300"),
                        ADDRESS,
                        LocalDate.of(1980, 1, 15),
                        "F"))
                .payer(Payer.of("PREFERRED PLAN", "60054"))
                .patientControlNumber("PCN1")
                .chargeCents(15_000)
                .placeOfService("11")
                .frequency("1")
                .diagnoses(List.of("E11.9"))
                .provider(Provider.rendering("WELBY", "MARCUS", "1679523708", "207Q00000X"))
                .line(ServiceLine.of(
                        1, Procedure.hcpcs("99213", "25"), 15_000, BigDecimal.ONE, List.of(1), SERVICE, "PCN1L1"))
                .build();
    }
}
