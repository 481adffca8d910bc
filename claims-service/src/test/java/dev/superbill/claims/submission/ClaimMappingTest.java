package dev.superbill.claims.submission;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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
import dev.superbill.claims.visit.Accident;
import dev.superbill.claims.visit.Circumstances;
import dev.superbill.claims.visit.ClaimContent;
import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.claims.visit.Drug;
import dev.superbill.claims.visit.Hospitalization;
import dev.superbill.claims.visit.OutsideProvider;
import dev.superbill.claims.visit.ServiceFacility;
import dev.superbill.kernel.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ClaimMappingTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final Address OFFICE = new Address("1 Main St", null, "Albany", "NY", "12207-0001");
    private static final Address HOME = new Address("12 Elm St", "Apt 3", "Albany", "NY", "12207");
    private static final Patient PATIENT =
            new Patient(new UUID(1, 1), "Núñez", "José", "Q", LocalDate.of(1955, 2, 3), "M", HOME, null);
    private static final Payer ACME = new Payer(new UUID(2, 1), "ACME1", "Acme Health", "CI", 365);
    private static final Payer MEDICARE = new Payer(new UUID(2, 2), "MDCR1", "Medicare", "MB", 365);
    private static final AllocatedNumbers NUMBERS = new AllocatedNumbers("MAPLE01", "CLEAR1", 12, 5, 44, 1);

    @Test
    void saysAPatientWhoIsTheSubscriberInTheSubscribersLoopOnly() {
        String x12 = write(self(Frequency.ORIGINAL, null));

        assertThat(x12)
                .contains("BHT*0019*00*0000000120000000442FC75A14*20261124*0930*CH~")
                .contains("NM1*41*2*MAPLE FAMILY PRACTICE*****46*MAPLE01~")
                .contains("PER*IC*PAT BILLER*TE*5555550100~")
                .contains("NM1*40*2*CLEARWATER*****46*CLEAR1~")
                .contains("PRV*BI*PXC*207Q00000X~")
                .contains("NM1*85*2*MAPLE FAMILY PRACTICE*****XX*1234567893~")
                .contains("N4*ALBANY*NY*122070001~")
                .contains("REF*EI*123456789~")
                .contains("SBR*P*18*GRP1******CI~")
                .contains("NM1*IL*1*NUNEZ*JOSE*Q***MI*M123~")
                .contains("N3*12 ELM ST*APT 3~")
                .contains("DMG*D8*19550203*M~")
                .contains("NM1*PR*2*ACME HEALTH*****PI*ACME1~")
                .contains("CLM*PCN1*200***11:B:1*Y*A*Y*Y~")
                .contains("HI*ABK:E119*ABF:I10~")
                .contains("NM1*82*1*RIVERA*ANA****XX*1679523708~")
                .contains("PRV*PE*PXC*363L00000X~")
                .contains("SV1*HC:99213:25*150*UN*1***1:2~")
                .contains("DTP*472*D8*20261120~")
                .contains("REF*6R*PCN101~")
                .doesNotContain("NM1*QC", "HL*3*", "REF*F8", "SBR*S", "NM1*87");
    }

    @Test
    void saysAPatientWhoIsNotTheSubscriberInALoopOfHisOwn() {
        Coverage coverage = coverage(ACME, 1, "child", new Subscriber("Núñez", "Eva", DAY, "F", HOME));

        String x12 = write(claim(1, Frequency.ORIGINAL, null, coverage, ACME, OFFICE, List.of()));

        assertThat(x12)
                .contains("SBR*P**GRP1******CI~NM1*IL*1*NUNEZ*EVA****MI*M123~NM1*PR")
                .contains("PAT*19~NM1*QC*1*NUNEZ*JOSE*Q~N3*12 ELM ST*APT 3~N4*ALBANY*NY*12207~DMG*D8*19550203*M~");
    }

    @Test
    void saysAnotherAddressForPayments() {
        BillingProvider practice = practice(new Address("PO Box 9", null, "Troy", "NY", "12180"));
        ClaimForSubmission claim = with(self(Frequency.ORIGINAL, null), practice);

        assertThat(write(claim)).contains("NM1*87*2~N3*PO BOX 9~N4*TROY*NY*12180~");
    }

    @Test
    void namesTheClaimThatAReplacementOrVoidStandsFor() {
        assertThat(write(self(Frequency.REPLACEMENT, "ICN77"))).contains("CLM*PCN1*200***11:B:7", "REF*F8*ICN77~");
        assertThat(write(self(Frequency.VOID, "ICN77"))).contains("CLM*PCN1*200***11:B:8", "REF*F8*ICN77~");
        assertThatThrownBy(() -> write(self(Frequency.REPLACEMENT, null)))
                .isInstanceOf(RefusedClaimException.class)
                .hasMessageContaining("payer's control number");
    }

    @Test
    void leavesOutTheRenderingProviderWhoBillsUnderTheSameNpi() {
        ClaimForSubmission claim = self(Frequency.ORIGINAL, null);
        Provider same = new Provider(new UUID(3, 1), "Rivera", "Ana", "1234567893", "207Q00000X", true, true);

        assertThat(write(new ClaimForSubmission(
                        claim.claimId(),
                        claim.encounterId(),
                        claim.patientControlNumber(),
                        1,
                        Frequency.ORIGINAL,
                        null,
                        DAY,
                        claim.charge(),
                        claim.content(),
                        claim.billing(),
                        same,
                        PATIENT,
                        claim.coverage(),
                        ACME,
                        List.of())))
                .doesNotContain("NM1*82");
    }

    @Test
    void tellsASecondaryPayerWhatTheFirstHasDecidedOnEachLine() {
        Adjudication decision = decision(
                List.of(),
                line("PCN101", 15_000, 8_000, new Adjustment("CO", "45", Money.ofCents(5_000), null), pr("2", 2_000)),
                line("PCN102", 5_000, 5_000));

        String x12 = write(secondary(decision));

        assertThat(x12)
                .contains("SBR*S*18*GRP1**12****MB~")
                .contains("SBR*P*18*GRP1******CI~")
                .contains("AMT*D*130~")
                .contains("OI***Y***Y~")
                .contains("NM1*PR*2*ACME HEALTH*****PI*ACME1~")
                .contains("REF*F8*ICN1~")
                .contains("SVD*ACME1*80*HC:99213:25**1~")
                .contains("CAS*CO*45*50~")
                .contains("CAS*PR*2*20~")
                .contains("DTP*573*D8*20261122~")
                .contains("AMT*EAF*20~");
        // the date of the decision stands at the lines or at the claim, never at both
        assertThat(x12.split("DTP\\*573", -1)).hasSize(3);
    }

    @Test
    void tellsASecondaryPayerADecisionWithoutLinesAtTheClaim() {
        Adjudication decision = decision(List.of(new Adjustment("CO", "45", Money.ofCents(7_000), null)));

        String x12 = write(secondary(decision));

        assertThat(x12).contains("CAS*CO*45*70~", "AMT*D*130~", "AMT*EAF*20~").doesNotContain("SVD*");
        assertThat(x12.split("DTP\\*573", -1)).hasSize(2);
    }

    @Test
    void tellsTheCircumstancesInTheirSegments() {
        Circumstances circumstances = new Circumstances(
                new OutsideProvider("1234567893", "Okafor", "Ngozi"),
                new OutsideProvider("1679523708", "House", null),
                new ServiceFacility("Mercy Hospital", null, new Address("9 Hill Rd", null, "Troy", "NY", "12180")),
                "PA-1",
                null,
                new Accident(List.of(Accident.Cause.AUTO, Accident.Cause.EMPLOYMENT), DAY.minusDays(3), "NY"),
                new Hospitalization(DAY.minusDays(1), DAY),
                DAY.minusDays(9),
                DAY.minusDays(8),
                DAY.minusDays(30),
                Money.ofCents(2_550));
        ClaimLine drug = new ClaimLine(
                1,
                "PCN101",
                "J3490",
                List.of(),
                BigDecimal.ONE,
                Money.ofCents(15_000),
                List.of(1),
                DAY,
                "Zinc: 10 mg",
                new Drug("00409-1234-01", new BigDecimal("2.50"), Drug.Unit.ML));
        ClaimLine laboratory = new ClaimLine(
                2, "PCN102", "80053", List.of("QW"), BigDecimal.ONE, Money.ofCents(5_000), List.of(1), DAY, null, null);

        String x12 = write(saying(
                self(Frequency.REPLACEMENT, "ICN77"),
                new ClaimContent("21", List.of("E11.9"), List.of(drug, laboratory), circumstances)));

        assertThat(x12)
                .contains("CLM*PCN1*200***21:B:7*Y*A*Y*Y**AA:EM::NY~DTP*431*D8*20261111~DTP*454*D8*20261112~"
                        + "DTP*439*D8*20261117~DTP*484*D8*20261021~DTP*435*D8*20261119~DTP*096*D8*20261120~AMT*F5*25.5~"
                        + "REF*G1*PA-1~REF*F8*ICN77~REF*X4*33D0123456~HI*ABK:E119~")
                .contains("NM1*DN*1*OKAFOR*NGOZI****XX*1234567893~NM1*82*1*RIVERA*ANA****XX*1679523708~PRV*PE")
                .contains("NM1*77*2*MERCY HOSPITAL~N3*9 HILL RD~N4*TROY*NY*121809998~NM1*DQ*1*HOUSE*****XX*1679523708~")
                .contains("SV1*HC:J3490:::::ZINC 10 MG*150*UN*1***1~")
                .contains("LIN**N4*00409123401~CTP****2.5*ML~");
    }

    @Test
    void doesNotTellAServiceFacilityThatIsThePracticeItself() {
        Circumstances here = new Circumstances(
                null, null, new ServiceFacility("Maple", null, OFFICE), null, null, null, null, null, null, null, null);
        ClaimForSubmission claim = self(Frequency.ORIGINAL, null);
        ClaimContent content = claim.content();

        assertThat(write(saying(claim, new ClaimContent("11", content.diagnoses(), content.lines(), here))))
                .doesNotContain("NM1*77", "REF*X4");
    }

    @Test
    void saysWhatPracticeAndCoverageHaveAgreed() {
        ClaimForSubmission claim = self(Frequency.ORIGINAL, null);
        BillingProvider practice = practice(null);
        BillingProvider unassigned = new BillingProvider(
                practice.name(),
                practice.npi(),
                practice.taxId(),
                practice.taxonomy(),
                practice.address(),
                null,
                practice.contact(),
                null,
                false,
                false);

        assertThat(write(with(claim, unassigned))).contains("CLM*PCN1*200***11:B:1*N*C*Y*Y~");
    }

    @Test
    void refusesAmountsThatDoNotAddUp() {
        Adjudication onLine = decision(List.of(), line("PCN101", 15_000, 8_000), line("PCN102", 5_000, 5_000));
        Adjudication onClaim = decision(List.of());

        for (Adjudication decision : List.of(onLine, onClaim)) {
            assertThatThrownBy(() -> write(secondary(decision)))
                    .isInstanceOf(RefusedClaimException.class)
                    .hasMessageContaining("add up");
        }
    }

    @Test
    void refusesToAskASecondaryPayerBeforeTheFirstHasDecided() {
        assertThatThrownBy(() -> write(secondary(null)))
                .isInstanceOf(RefusedClaimException.class)
                .hasMessageContaining("not decided");
    }

    @Test
    void tellsThePrimaryPayerOfTheNextOneWithoutAmounts() {
        OtherPayer next = new OtherPayer(2, coverage(MEDICARE, 2, "self", null), MEDICARE, null, null);

        String x12 =
                write(claim(1, Frequency.ORIGINAL, null, coverage(ACME, 1, "self", null), ACME, OFFICE, List.of(next)));

        assertThat(x12)
                .contains("SBR*S*18*GRP1**12****MB~OI***Y***Y~", "NM1*PR*2*MEDICARE*****PI*MDCR1~")
                .doesNotContain("AMT*D");
    }

    @Test
    void writesAnInterchangeWithItsNumbersAndUsage() {
        ClaimsFile file = file();
        ClaimForSubmission claim = self(Frequency.ORIGINAL, null);
        ClaimsFile.Open open = file.open(NUMBERS);
        open.startTransaction(NUMBERS, 1);
        open.add(new WrittenClaim(claim.claimId(), ClaimMapping.map(claim)));
        open.finishTransaction();
        BuiltFile built = open.finish();
        String x12 = new String(built.content(), StandardCharsets.US_ASCII);

        assertThat(x12)
                .startsWith("ISA*00*          *00*          *ZZ*MAPLE01        *30*CLEAR1        "
                        + " *261124*0930*^*00501*000000012*1*P*:~")
                .contains("GS*HC*MAPLE01*CLEAR1*20261124*0930*5*X*005010X222A1~", "ST*837*000000044*005010X222A1~")
                .endsWith("SE*31*000000044~GE*1*5~IEA*1*000000012~");
        assertThat(built.sha256()).hasSize(64);
    }

    private static String write(ClaimForSubmission claim) {
        return file().alone(new WrittenClaim(claim.claimId(), ClaimMapping.map(claim)), NUMBERS, 1)
                .replace("\n", "");
    }

    private static ClaimsFile file() {
        TradingPartnerView partner = new TradingPartnerView(
                new UUID(5, 1),
                "Clearwater",
                "CLEAR1",
                "30",
                "MAPLE01",
                "ZZ",
                "127.0.0.1",
                22,
                "SHA256:x",
                "out",
                "in",
                true,
                UsageIndicator.P,
                List.of(),
                0);
        return new ClaimsFile(partner, practice(null), LocalDateTime.of(2026, 11, 24, 9, 30));
    }

    private static BillingProvider practice(Address payTo) {
        return new BillingProvider(
                "Maple Family Practice",
                "1234567893",
                "12-3456789",
                "207Q00000X",
                OFFICE,
                payTo,
                new Contact("Pat Biller", "+1 (555) 555-0100"),
                "33D0123456",
                true,
                true);
    }

    private static ClaimForSubmission self(Frequency frequency, String payerControlNumber) {
        return claim(1, frequency, payerControlNumber, coverage(ACME, 1, "self", null), ACME, OFFICE, List.of());
    }

    private static ClaimForSubmission secondary(Adjudication decision) {
        OtherPayer first = new OtherPayer(1, coverage(ACME, 1, "self", null), ACME, decision, "ICN1");
        return claim(
                2, Frequency.ORIGINAL, null, coverage(MEDICARE, 2, "self", null), MEDICARE, OFFICE, List.of(first));
    }

    private static Coverage coverage(Payer payer, int rank, String relationship, Subscriber subscriber) {
        return new Coverage(
                new UUID(4, rank),
                PATIENT.patientId(),
                payer.id(),
                "M123",
                "GRP1",
                rank,
                relationship,
                subscriber,
                DAY,
                null,
                null,
                null);
    }

    private static Adjudication decision(List<Adjustment> onClaim, Adjudication.Line... lines) {
        return new Adjudication(
                new UUID(5, 1),
                null,
                1,
                Adjudication.Kind.PAYMENT,
                "1",
                LocalDate.of(2026, 11, 22),
                Money.ofCents(20_000),
                Money.ofCents(13_000),
                Money.ofCents(2_000),
                onClaim,
                List.of(lines));
    }

    private static Adjudication.Line line(String number, long charge, long paid, Adjustment... adjustments) {
        return new Adjudication.Line(
                number,
                "99213",
                List.of("25"),
                Money.ofCents(charge),
                Money.ofCents(paid),
                BigDecimal.ONE,
                List.of(adjustments));
    }

    private static Adjustment pr(String code, long cents) {
        return new Adjustment("PR", code, Money.ofCents(cents), null);
    }

    private static ClaimLine line(
            int ordinal, String procedure, List<String> modifiers, long cents, List<Integer> pointers) {
        return new ClaimLine(
                ordinal,
                "PCN10" + ordinal,
                procedure,
                modifiers,
                BigDecimal.ONE,
                Money.ofCents(cents),
                pointers,
                DAY,
                null,
                null);
    }

    private static ClaimForSubmission claim(
            int rank,
            Frequency frequency,
            String payerControlNumber,
            Coverage coverage,
            Payer payer,
            Address office,
            List<OtherPayer> others) {
        ClaimContent content = new ClaimContent(
                "11",
                List.of("E11.9", "I10"),
                List.of(
                        line(1, "99213", List.of("25"), 15_000, List.of(1, 2)),
                        line(2, "36415", List.of(), 5_000, List.of(1))),
                Circumstances.NONE);
        return new ClaimForSubmission(
                new UUID(8, 1),
                new UUID(8, 2),
                "PCN1",
                rank,
                frequency,
                payerControlNumber,
                DAY,
                content.charge(),
                content,
                practice(office.equals(OFFICE) ? null : office),
                new Provider(new UUID(3, 1), "Rivera", "Ana", "1679523708", "363L00000X", true, true),
                PATIENT,
                coverage,
                payer,
                others);
    }

    private static ClaimForSubmission with(ClaimForSubmission claim, BillingProvider practice) {
        return new ClaimForSubmission(
                claim.claimId(),
                claim.encounterId(),
                claim.patientControlNumber(),
                claim.rank(),
                claim.frequency(),
                claim.payerControlNumber(),
                claim.serviceDate(),
                claim.charge(),
                claim.content(),
                practice,
                claim.rendering(),
                claim.patient(),
                claim.coverage(),
                claim.payer(),
                claim.otherPayers());
    }

    private static ClaimForSubmission saying(ClaimForSubmission claim, ClaimContent content) {
        return new ClaimForSubmission(
                claim.claimId(),
                claim.encounterId(),
                claim.patientControlNumber(),
                claim.rank(),
                claim.frequency(),
                claim.payerControlNumber(),
                claim.serviceDate(),
                content.charge(),
                content,
                claim.billing(),
                claim.rendering(),
                claim.patient(),
                claim.coverage(),
                claim.payer(),
                claim.otherPayers());
    }
}
