package dev.superbill.claims.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.claims.claim.Adjudication;
import dev.superbill.claims.claim.Adjustment;
import dev.superbill.claims.claim.ClaimForSubmission;
import dev.superbill.claims.claim.ClaimForSubmission.OtherPayer;
import dev.superbill.claims.claim.Frequency;
import dev.superbill.claims.coverage.Coverage;
import dev.superbill.claims.coverage.Patient;
import dev.superbill.claims.coverage.Subscriber;
import dev.superbill.claims.payer.Payer;
import dev.superbill.claims.practice.Address;
import dev.superbill.claims.practice.BillingProvider;
import dev.superbill.claims.practice.Contact;
import dev.superbill.claims.provider.Provider;
import dev.superbill.claims.submission.partner.TradingPartnerView;
import dev.superbill.claims.submission.partner.UsageIndicator;
import dev.superbill.claims.visit.Circumstances;
import dev.superbill.claims.visit.ClaimContent;
import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.kernel.Money;
import dev.superbill.x12.acknowledgement.Examination;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The file of claims in many situations at once, as a receiver examines it; it stays in {@code target} for other validators. */
class ClaimSituationsTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Address HOME =
            new Address("12 Elm St * Apt: 3~", "Rear^", "Saint-Étienne", "NY", "12207-1234");
    private static final Patient PATIENT =
            new Patient(new UUID(1, 1), "O'Núñez-Çelik", "Zoë", "Q", LocalDate.of(1955, 2, 3), "F", HOME, null);
    private static final Payer ACME = new Payer(new UUID(2, 1), "ACME1", "Acme Health & Co.", "CI", 365);
    private static final Payer MEDICARE = new Payer(new UUID(2, 2), "MDCR1", "Medicare", "MB", 365);
    private static final Payer MEDICAID = new Payer(new UUID(2, 3), "MCAID", "Medicaid", "MC", 365);
    private static final Subscriber SUBSCRIBER = new Subscriber("Łoś", "Bjørn", LocalDate.of(1950, 1, 1), "M", HOME);

    private final List<WrittenClaim> claims = new ArrayList<>();

    @Test
    void writesWhatAReceiverTakesInEverySituation() throws IOException {
        Coverage own = coverage(ACME, 1, "self", null);
        OtherPayer decided = new OtherPayer(1, own, ACME, byLine(), "ICN:1");
        OtherPayer dependent = new OtherPayer(1, coverage(ACME, 1, "child", SUBSCRIBER), ACME, ofClaim(), "ICN1");
        OtherPayer second = new OtherPayer(2, coverage(MEDICARE, 2, "self", null), MEDICARE, ofClaim(), null);
        add(1, Frequency.ORIGINAL, own, ACME);
        add(1, Frequency.REPLACEMENT, own, ACME);
        add(1, Frequency.VOID, own, ACME);
        for (String relationship : List.of("spouse", "child", "other")) {
            add(1, Frequency.ORIGINAL, coverage(ACME, 1, relationship, SUBSCRIBER), ACME);
        }
        add(1, Frequency.ORIGINAL, own, ACME, new OtherPayer(2, second.coverage(), MEDICARE, null, null));
        add(2, Frequency.ORIGINAL, coverage(MEDICARE, 2, "self", null), MEDICARE, decided);
        add(2, Frequency.ORIGINAL, coverage(MEDICARE, 2, "self", null), MEDICARE, dependent);
        add(2, Frequency.ORIGINAL, coverage(MEDICAID, 2, "spouse", SUBSCRIBER), MEDICAID, decided);
        add(3, Frequency.ORIGINAL, coverage(MEDICAID, 3, "self", null), MEDICAID, decided, second);
        add(3, Frequency.REPLACEMENT, coverage(MEDICAID, 3, "child", SUBSCRIBER), MEDICAID, dependent, second);

        byte[] content = file().interchange(
                        new AllocatedNumbers("MAPLE01", "CLEAR1", 12, 5, 44, 2),
                        List.of(claims, List.of(claims.getFirst())))
                .content();

        Files.write(Path.of("target", "claim-situations.x12"), content);
        assertThat(Examination.of(new ByteArrayInputStream(content)).answers()).allSatisfy(answer -> {
            assertThat(answer.interchange().code()).isEqualTo("A");
            assertThat(answer.groups())
                    .hasSize(1)
                    .allSatisfy(group -> assertThat(group.code()).isEqualTo("A"));
        });
    }

    @Test
    void writesATelephoneNumberWithoutCountryAndExtension() {
        assertThat(List.of("+1 (555) 555-0100", "555.555.0100 x12", "555-555-0100 ext. 9"))
                .extracting(ClaimsFile::telephone)
                .containsOnly("5555550100");
    }

    @Test
    void givesTransactionsOfDifferentPairsDifferentNumbers() {
        assertThat(List.of("CLEAR1", "OTHER2"))
                .extracting(receiver -> new AllocatedNumbers("MAPLE01", receiver, 1, 1, 1, 1).submission(1))
                .doesNotHaveDuplicates()
                .allSatisfy(number -> assertThat(number).hasSizeLessThanOrEqualTo(30));
    }

    private void add(int rank, Frequency frequency, Coverage coverage, Payer payer, OtherPayer... others) {
        int ordinal = claims.size() + 1;
        ClaimContent content = new ClaimContent(
                ordinal % 2 == 0 ? "11" : "02",
                List.of("E11.9", "I10", "R05.1", "J02.0", "M54.50", "Z00.00"),
                List.of(
                        line(ordinal, 1, "99213", List.of("25", "95"), "1", 15_000, List.of(1, 2, 5, 6)),
                        line(ordinal, 2, "J3490", List.of(), "1.5", 5_001, List.of(1))),
                Circumstances.NONE);
        ClaimForSubmission claim = new ClaimForSubmission(
                new UUID(8, ordinal),
                new UUID(9, ordinal),
                "PCN" + ordinal,
                rank,
                frequency,
                frequency == Frequency.ORIGINAL ? null : "ICN77",
                DAY,
                content.charge(),
                content,
                practice(),
                new Provider(new UUID(3, 1), "D'Rivera", "Ana", "1679523708", "363L00000X", true, true),
                PATIENT,
                coverage,
                payer,
                java.util.Arrays.stream(others)
                        .map(other -> numbered(other, ordinal))
                        .toList());
        claims.add(new WrittenClaim(claim.claimId(), ClaimMapping.map(claim)));
    }

    /** The earlier payer repeats the line control numbers of the claim. */
    private static OtherPayer numbered(OtherPayer other, int ordinal) {
        Adjudication decision = other.adjudication();
        return decision == null
                ? other
                : new OtherPayer(
                        other.rank(),
                        other.coverage(),
                        other.payer(),
                        new Adjudication(
                                decision.kind(),
                                decision.statusCode(),
                                decision.paymentDate(),
                                decision.charge(),
                                decision.paid(),
                                decision.patientResponsibility(),
                                decision.adjustments(),
                                decision.lines().stream()
                                        .map(line -> new Adjudication.Line(
                                                "PCN" + ordinal + line.lineControlNumber(),
                                                line.procedure(),
                                                line.modifiers(),
                                                line.charge(),
                                                line.paid(),
                                                line.units(),
                                                line.adjustments()))
                                        .toList()),
                        other.payerControlNumber());
    }

    private static ClaimLine line(
            int claim,
            int ordinal,
            String procedure,
            List<String> modifiers,
            String units,
            long cents,
            List<Integer> pointers) {
        return new ClaimLine(
                ordinal,
                "PCN" + claim + "0" + ordinal,
                procedure,
                modifiers,
                new BigDecimal(units),
                Money.ofCents(cents),
                pointers,
                DAY.minusDays(ordinal - 1),
                procedure.equals("J3490") ? "Unclassified drug: zinc" : null,
                null);
    }

    private static Adjudication byLine() {
        List<Adjustment> many = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            many.add(new Adjustment("CO", Integer.toString(45 + i), Money.ofCents(500), BigDecimal.ONE));
        }
        many.add(new Adjustment("PR", "2", Money.ofCents(3_000), null));
        return adjudication(
                List.of(),
                new Adjudication.Line(
                        "01", "99213", List.of("25", "95"), Money.ofCents(15_000), Money.ofCents(8_000), null, many),
                new Adjudication.Line(
                        "02",
                        "J3490",
                        List.of(),
                        Money.ofCents(5_001),
                        Money.ZERO,
                        new BigDecimal("1.5"),
                        List.of(
                                new Adjustment("OA", "23", Money.ofCents(-100), null),
                                new Adjustment("PI", "97", Money.ofCents(5_101), null))));
    }

    private static Adjudication ofClaim() {
        return adjudication(List.of(
                new Adjustment("CO", "45", Money.ofCents(9_001), null),
                new Adjustment("PR", "1", Money.ofCents(3_000), null)));
    }

    private static Adjudication adjudication(List<Adjustment> adjustments, Adjudication.Line... lines) {
        return new Adjudication(
                Adjudication.Kind.PAYMENT,
                "1",
                LocalDate.of(2026, 11, 22),
                Money.ofCents(20_001),
                Money.ofCents(8_000),
                Money.ofCents(3_000),
                adjustments,
                List.of(lines));
    }

    private static Coverage coverage(Payer payer, int rank, String relationship, @Nullable Subscriber subscriber) {
        return new Coverage(
                new UUID(4, rank),
                PATIENT.patientId(),
                payer.id(),
                "M12-3" + rank,
                rank == 1 ? "GRP/1" : null,
                rank,
                relationship,
                subscriber,
                DAY,
                null,
                null,
                null);
    }

    private static BillingProvider practice() {
        return new BillingProvider(
                "Maple Family Practice, “L.L.C.”",
                "1234567893",
                "12-3456789",
                "207Q00000X",
                new Address("1 Main St", null, "Albany", "NY", "12207"),
                new Address("PO Box 9", null, "Troy", "NY", "12180"),
                new Contact("Pat Biller", "(555) 555-0100"),
                "33D0123456",
                true,
                true);
    }

    private static ClaimsFile file() {
        TradingPartnerView partner = new TradingPartnerView(
                new UUID(5, 1),
                "Clearwater",
                "CLEAR1",
                "ZZ",
                "MAPLE01",
                "ZZ",
                "127.0.0.1",
                22,
                "SHA256:x",
                "out",
                "in",
                true,
                UsageIndicator.T,
                List.of(),
                0);
        return new ClaimsFile(partner, practice(), LocalDateTime.of(2026, 11, 24, 9, 30));
    }
}
