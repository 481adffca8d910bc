package dev.superbill.claims.submission;

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
import dev.superbill.claims.visit.Accident;
import dev.superbill.claims.visit.Circumstances;
import dev.superbill.claims.visit.ClaimContent;
import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.claims.visit.CodedVisit;
import dev.superbill.claims.visit.Drug;
import dev.superbill.claims.visit.Hospitalization;
import dev.superbill.claims.visit.OutsideProvider;
import dev.superbill.claims.visit.ServiceFacility;
import dev.superbill.kernel.Money;
import dev.superbill.kernel.PatientControlNumber;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Claims of every kind that a practice sends, drawn from a seed: all of them are in order, and so are to be written. */
final class ClaimVariety {

    static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static final List<String> LAST_NAMES =
            List.of("O'Brien", "Núñez-Çelik", "Łoś", "D~Arcy", "Müller*Lüdenscheid", "Smith", "de la Cruz", "Ng");
    private static final List<String> FIRST_NAMES = List.of("José", "Zoë", "Anne:Marie", "Bo", "Sørén", "Mary Ann");
    private static final List<String> CODES = List.of(
            "E11.9",
            "I10",
            "R05.1",
            "J02.0",
            "M54.50",
            "Z00.00",
            "S72.001A",
            "U07.1",
            "C7A.00",
            "Z3A.10",
            "N18.31",
            "F41.1");
    private static final List<String> PROCEDURES =
            List.of("99213", "99214", "80053", "36415", "J1100", "J3490", "G0102", "1036F", "0001U", "A9999");
    private static final List<String> FILINGS = List.of("MB", "CI", "MC", "BL", "HM", "ZZ", "WC");

    private final Random random;
    private int made;

    ClaimVariety(long seed) {
        this.random = new Random(seed);
    }

    /** The claims of some visits; a visit of more than 50 lines makes several. */
    List<ClaimForSubmission> visits(int count) {
        List<ClaimForSubmission> claims = new ArrayList<>();
        BillingProvider practice = practice();
        for (int i = 0; i < count; i++) {
            claims.addAll(visit(practice));
        }
        return claims;
    }

    BillingProvider practice() {
        return new BillingProvider(
                "Maple Family Practice, “L.L.C.” & Söhne",
                "1234567893",
                "12-3456789",
                "207Q00000X",
                new Address("1 Main St", maybe(40, () -> "Suite 2"), "Albany", "NY", one("12207", "12207-0001")),
                maybe(40, () -> new Address("PO Box 9", null, "Troy", "NY", "12180")),
                new Contact("Pat O'Biller", "(555) 555-0100"),
                maybe(60, () -> "33D0123456"),
                chance(90),
                chance(90));
    }

    private List<ClaimForSubmission> visit(BillingProvider practice) {
        Patient patient = patient();
        int rank = chance(60) ? 1 : random.nextInt(1, 4);
        int payers = Math.max(rank, random.nextInt(1, 4));
        Frequency frequency = chance(70) ? Frequency.ORIGINAL : one(Frequency.REPLACEMENT, Frequency.VOID);
        Provider rendering = new Provider(
                id(),
                one(LAST_NAMES),
                one(FIRST_NAMES),
                one("1679523708", "1234567893"),
                maybe(80, () -> "363L00000X"),
                true,
                true);
        List<ClaimForSubmission> claims = new ArrayList<>();
        List<Coverage> coverages = new ArrayList<>();
        List<Payer> billed = new ArrayList<>();
        for (int r = 1; r <= payers; r++) {
            Payer payer = new Payer(id(), "PAYER" + r, "Payer " + r + " Health & Co.", one(FILINGS), 365);
            billed.add(payer);
            coverages.add(coverage(payer, r, patient));
        }
        for (CodedVisit portion : coded(rendering).portions()) {
            String number = PatientControlNumber.from(id()).value();
            ClaimContent content = portion.content(new PatientControlNumber(number));
            List<OtherPayer> others = new ArrayList<>();
            for (int r = 1; r <= payers; r++) {
                if (r != rank) {
                    others.add(new OtherPayer(
                            r,
                            coverages.get(r - 1),
                            billed.get(r - 1),
                            r < rank ? decision(content) : null,
                            r < rank ? maybe(70, () -> "ICN:" + made) : null));
                }
            }
            claims.add(new ClaimForSubmission(
                    id(),
                    id(),
                    number,
                    rank,
                    frequency,
                    frequency == Frequency.ORIGINAL ? null : "ICN-77/" + made,
                    DAY,
                    content.charge(),
                    content,
                    practice,
                    rendering,
                    patient,
                    coverages.get(rank - 1),
                    billed.get(rank - 1),
                    others));
        }
        return claims;
    }

    private CodedVisit coded(Provider rendering) {
        int diagnoses = chance(15) ? 12 : random.nextInt(1, CODES.size());
        int lines = chance(8) ? random.nextInt(50, 121) : random.nextInt(1, 7);
        boolean inpatient = chance(15);
        List<CodedVisit.Line> services = new ArrayList<>();
        for (int i = 0; i < lines; i++) {
            services.add(line(diagnoses, i == 0));
        }
        return new CodedVisit(
                rendering.employeeId(),
                DAY,
                inpatient ? "21" : one("11", "02", "22", "10"),
                CODES.subList(0, diagnoses),
                services,
                new Circumstances(
                        maybe(30, () -> outsider("1234567893")),
                        maybe(15, () -> outsider("1003000126")),
                        maybe(
                                25,
                                () -> new ServiceFacility(
                                        "St. Mary’s Hôpital", maybe(60, () -> "1679523708"), home("12180-0002"))),
                        maybe(20, () -> "PA-" + made),
                        maybe(15, () -> "07D7654321"),
                        maybe(20, this::accident),
                        inpatient ? new Hospitalization(DAY.minusDays(2), maybe(50, () -> DAY)) : null,
                        maybe(20, () -> DAY.minusDays(9)),
                        maybe(10, () -> DAY.minusDays(8)),
                        maybe(10, () -> DAY.minusDays(40)),
                        maybe(30, () -> Money.ofCents(random.nextInt(1, 30_000)))));
    }

    private CodedVisit.Line line(int diagnoses, boolean first) {
        String procedure = one(PROCEDURES);
        List<Integer> pointers = new ArrayList<>();
        for (int pointer = 1; pointer <= diagnoses && pointers.size() < 4; pointer++) {
            if (chance(50)) {
                pointers.add(pointer);
            }
        }
        List<String> modifiers = List.of("25", "59", "GA", "QW").subList(0, random.nextInt(5));
        return new CodedVisit.Line(
                procedure,
                modifiers,
                one(BigDecimal.ONE, new BigDecimal("2.50"), new BigDecimal("10.00"), new BigDecimal("0.125")),
                Money.ofCents(procedure.equals("1036F") && !first ? 0 : random.nextInt(1, 2_000_000)),
                pointers.isEmpty() ? List.of(1) : pointers,
                DAY.minusDays(random.nextInt(2)),
                procedure.endsWith("99") || procedure.equals("J3490") ? "Zinc: 10 mg ~ “slow”" : null,
                procedure.startsWith("J")
                        ? maybe(
                                70,
                                () -> new Drug(
                                        one("00409-1234-01", "00409123401"),
                                        one(new BigDecimal("2.50"), BigDecimal.TEN),
                                        one(Drug.Unit.values())))
                        : null);
    }

    /** A decision that adds up, of lines or of the whole claim. */
    private Adjudication decision(ClaimContent content) {
        List<Adjudication.Line> lines = new ArrayList<>();
        List<Adjustment> onClaim = new ArrayList<>();
        long paid = 0;
        long responsibility = 0;
        if (chance(70)) {
            for (ClaimLine line : content.lines()) {
                List<Adjustment> adjustments = adjustments(line.charge().cents());
                long adjusted = total(adjustments);
                paid += line.charge().cents() - adjusted;
                responsibility += responsibility(adjustments);
                lines.add(new Adjudication.Line(
                        maybe(80, line::lineControlNumber) == null ? null : line.lineControlNumber(),
                        line.procedure(),
                        line.modifiers(),
                        line.charge(),
                        Money.ofCents(line.charge().cents() - adjusted),
                        maybe(70, line::units),
                        adjustments));
            }
        } else {
            onClaim.addAll(adjustments(content.charge().cents()));
            paid = content.charge().cents() - total(onClaim);
            responsibility = responsibility(onClaim);
        }
        return new Adjudication(
                new UUID(5, 1),
                null,
                1,
                Adjudication.Kind.PAYMENT,
                "1",
                DAY.plusDays(2),
                content.charge(),
                Money.ofCents(paid),
                Money.ofCents(responsibility),
                onClaim,
                lines);
    }

    private List<Adjustment> adjustments(long charge) {
        List<Adjustment> adjustments = new ArrayList<>();
        long left = charge;
        int count = random.nextInt(9);
        for (int i = 0; i < count && left > 0; i++) {
            long part = i == count - 1 && chance(30) ? left : Math.min(left, random.nextInt(1, 5_000));
            String group = one("CO", "PR", "OA", "PI");
            adjustments.add(new Adjustment(
                    group,
                    one("45", "1", "2", "3", "97", "253", "23"),
                    Money.ofCents(part),
                    maybe(10, () -> BigDecimal.ONE)));
            left -= part;
        }
        return adjustments;
    }

    private static long total(List<Adjustment> adjustments) {
        return adjustments.stream().mapToLong(each -> each.amount().cents()).sum();
    }

    private static long responsibility(List<Adjustment> adjustments) {
        return total(adjustments.stream()
                .filter(each -> each.groupCode().equals("PR"))
                .toList());
    }

    private Coverage coverage(Payer payer, int rank, Patient patient) {
        String relationship = one("self", "self", "spouse", "child", "other");
        return new Coverage(
                id(),
                patient.patientId(),
                payer.id(),
                "M12-3" + rank + made,
                maybe(50, () -> "GRP/" + rank),
                rank,
                relationship,
                relationship.equals("self")
                        ? null
                        : new Subscriber(one(LAST_NAMES), one(FIRST_NAMES), null, one("F", "M"), null),
                DAY.minusYears(1),
                null,
                maybe(20, () -> false),
                maybe(20, () -> false));
    }

    private Patient patient() {
        return new Patient(
                id(),
                one(LAST_NAMES),
                one(FIRST_NAMES),
                maybe(30, () -> "Q"),
                LocalDate.of(1930, 1, 1).plusDays(random.nextInt(30_000)),
                one("F", "M", "U"),
                home(one("12207", "12207-0001")),
                null);
    }

    private Address home(String postalCode) {
        return new Address("12 Elm St * Apt: 3~", maybe(30, () -> "Rear^"), "Saint-Étienne", "NY", postalCode);
    }

    private OutsideProvider outsider(String npi) {
        return new OutsideProvider(npi, one(LAST_NAMES), maybe(80, () -> one(FIRST_NAMES)));
    }

    private Accident accident() {
        List<Accident.Cause> causes = one(
                List.of(Accident.Cause.AUTO),
                List.of(Accident.Cause.EMPLOYMENT),
                List.of(Accident.Cause.OTHER, Accident.Cause.EMPLOYMENT),
                List.of(Accident.Cause.AUTO, Accident.Cause.EMPLOYMENT));
        return new Accident(causes, DAY.minusDays(3), causes.contains(Accident.Cause.AUTO) ? "NY" : null);
    }

    private UUID id() {
        made++;
        // as UUIDv7: the time in front, the rest at random
        return new UUID((1_764_000_000_000L + made) << 16 | 0x7000, random.nextLong());
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private <T> @Nullable T maybe(int percent, Supplier<T> value) {
        return chance(percent) ? value.get() : null;
    }

    @SafeVarargs
    private <T> T one(T... values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T one(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
