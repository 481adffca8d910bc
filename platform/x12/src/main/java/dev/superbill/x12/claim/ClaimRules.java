package dev.superbill.x12.claim;

import dev.superbill.x12.Address;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.Position;
import dev.superbill.x12.X12Issue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What guide 005010X222A1 asks of a claim beyond its syntax, and what its limits are. */
public final class ClaimRules {
    /** Loop 2400 repeats at most 50 times. */
    public static final int MAX_LINES = 50;

    /** The guide recommends at most 5,000 CLM in one ST. */
    public static final int MAX_CLAIMS = 5_000;

    /** HI holds at most twelve diagnoses. */
    public static final int MAX_DIAGNOSES = 12;

    /** CLM01 comes back whole up to this length. */
    public static final int MAX_CONTROL_NUMBER = 20;

    private static final int MAX_POINTERS = 4;
    private static final int MAX_MODIFIERS = 4;
    private static final int MAX_OTHER_PAYERS = 10;
    private static final int MAX_NOTE = 80;

    private ClaimRules() {}

    /** Every rule that the claim breaks; empty when it may be written. */
    public static List<X12Issue> check(ProfessionalClaim claim) {
        List<X12Issue> issues = new ArrayList<>();
        header(claim, issues);
        parties(claim, issues);
        diagnoses(claim, issues);
        lines(claim, issues);
        otherPayers(claim, issues);
        return issues;
    }

    private static void header(ProfessionalClaim claim, List<X12Issue> issues) {
        String number = claim.patientControlNumber();
        if (number.isEmpty()) {
            add(issues, IssueCode.MISSING_ELEMENT, "The claim has no patient control number", "CLM", 1, "", "2300");
        } else if (number.length() > MAX_CONTROL_NUMBER) {
            add(
                    issues,
                    IssueCode.TOO_LONG,
                    "The patient control number exceeds 20 characters",
                    "CLM",
                    1,
                    number,
                    "2300");
        }
        if (claim.placeOfService().isEmpty()) {
            add(issues, IssueCode.MISSING_ELEMENT, "The claim has no place of service", "CLM", 5, "", "2300");
        }
        boolean amends = claim.frequency().equals("7") || claim.frequency().equals("8");
        if (!amends && !claim.frequency().equals("1")) {
            add(issues, IssueCode.BAD_CODE, "The frequency is none of 1, 7, 8", "CLM", 5, claim.frequency(), "2300");
        }
        if (amends && claim.reference("F8").isEmpty()) {
            add(
                    issues,
                    IssueCode.MISSING_SEGMENT,
                    "Frequency 7 and 8 ask for the payer's claim control number (REF*F8)",
                    "REF",
                    2,
                    "",
                    "2300");
        }
        if (claim.cause() != null
                && claim.cause().codes().contains("AA")
                && claim.cause().state().isEmpty()
                && claim.cause().country().isEmpty()) {
            add(issues, IssueCode.MISSING_ELEMENT, "A car accident asks for its state", "CLM", 11, "", "2300");
        }
        if (claim.note() != null && claim.note().text().length() > MAX_NOTE) {
            add(issues, IssueCode.TOO_LONG, "The note exceeds 80 characters", "NTE", 2, "", "2300");
        }
    }

    private static void parties(ProfessionalClaim claim, List<X12Issue> issues) {
        BillingProvider billing = claim.billingProvider();
        if (billing.npi().isEmpty()) {
            add(issues, IssueCode.MISSING_ELEMENT, "The billing provider has no NPI", "NM1", 9, "", "2010AA");
        }
        if (billing.taxId().isEmpty()) {
            add(issues, IssueCode.MISSING_SEGMENT, "The billing provider has no tax id", "REF", 2, "", "2010AA");
        }
        nineDigits(billing.address(), "2010AA", issues);
        Provider facility = claim.provider("77");
        if (facility != null) {
            nineDigits(facility.address(), "2310C", issues);
        }
        Subscriber subscriber = claim.subscriber();
        boolean self = subscriber.relationship().equals(Subscriber.SELF);
        if (self == (claim.patient() != null)) {
            add(
                    issues,
                    IssueCode.BAD_CODE,
                    self
                            ? "The patient is the subscriber and is given a second time"
                            : "The patient is not the subscriber and is not given",
                    "SBR",
                    2,
                    subscriber.relationship(),
                    "2000B");
        }
        if (subscriber.memberId().isEmpty()) {
            add(issues, IssueCode.MISSING_ELEMENT, "The subscriber has no member id", "NM1", 9, "", "2010BA");
        }
        if (self && (subscriber.birthDate() == null || subscriber.address().isEmpty())) {
            add(
                    issues,
                    IssueCode.MISSING_SEGMENT,
                    "The patient's address and date of birth are required",
                    "DMG",
                    2,
                    "",
                    "2010BA");
        }
        if (claim.payer().id().isEmpty()) {
            add(issues, IssueCode.MISSING_ELEMENT, "The payer has no id", "NM1", 9, "", "2010BB");
        }
    }

    private static void nineDigits(Address address, String loop, List<X12Issue> issues) {
        if (!address.country().isEmpty() && !address.country().equals("US")) {
            return;
        }
        String code = address.postalCode();
        boolean digits = code.length() == 9 && code.chars().allMatch(c -> c >= '0' && c <= '9');
        if (!digits) {
            add(issues, IssueCode.BAD_CODE, "The postal code has not nine digits", "N4", 3, code, loop);
        }
        if (address.line1().isEmpty()) {
            add(issues, IssueCode.MISSING_SEGMENT, "The street is missing", "N3", 1, "", loop);
        }
    }

    private static void diagnoses(ProfessionalClaim claim, List<X12Issue> issues) {
        if (claim.diagnoses().isEmpty()) {
            add(issues, IssueCode.MISSING_SEGMENT, "The claim has no diagnosis", "HI", 1, "", "2300");
        }
        if (claim.diagnoses().size() > MAX_DIAGNOSES) {
            add(issues, IssueCode.TOO_MANY, "The claim has more than twelve diagnoses", "HI", 12, "", "2300");
        }
        Set<String> seen = new HashSet<>();
        for (int i = 0; i < claim.diagnoses().size(); i++) {
            Diagnosis diagnosis = claim.diagnoses().get(i);
            if (!seen.add(diagnosis.code())) {
                add(issues, IssueCode.BAD_CODE, "A diagnosis repeats", "HI", i + 1, diagnosis.code(), "2300");
            }
            if ((i == 0) != diagnosis.qualifier().endsWith("BK")) {
                add(issues, IssueCode.BAD_CODE, "The first diagnosis alone is principal", "HI", i + 1, "", "2300");
            }
        }
    }

    private static void lines(ProfessionalClaim claim, List<X12Issue> issues) {
        if (claim.lines().isEmpty()) {
            add(issues, IssueCode.MISSING_SEGMENT, "The claim has no service line", "LX", 1, "", "2400");
        }
        if (claim.lines().size() > MAX_LINES) {
            add(issues, IssueCode.TOO_MANY, "The claim has more than 50 service lines", "LX", 1, "", "2400");
        }
        long sum = 0;
        for (ServiceLine line : claim.lines()) {
            sum += line.chargeCents();
            line(line, claim.diagnoses().size(), issues);
        }
        if (!claim.lines().isEmpty() && sum != claim.chargeCents()) {
            add(issues, IssueCode.OUT_OF_BALANCE, "CLM02 is not the sum of SV102", "CLM", 2, "", "2300");
        }
    }

    private static void line(ServiceLine line, int diagnoses, List<X12Issue> issues) {
        if (line.serviceDate() == null) {
            add(issues, IssueCode.MISSING_SEGMENT, "The line has no date of service", "DTP", 3, "", "2400");
        }
        if (line.units() == null || line.units().signum() <= 0) {
            add(issues, IssueCode.MISSING_ELEMENT, "The line has no units", "SV1", 4, "", "2400");
        }
        if (line.procedure().modifiers().size() > MAX_MODIFIERS) {
            add(issues, IssueCode.TOO_MANY, "The line has more than four modifiers", "SV1", 1, "", "2400");
        }
        int pointers = line.diagnosisPointers().size();
        if (pointers == 0 || pointers > MAX_POINTERS) {
            add(issues, IssueCode.TOO_MANY, "A line points to one to four diagnoses", "SV1", 7, "", "2400");
        }
        for (int pointer : line.diagnosisPointers()) {
            if (pointer < 1 || pointer > diagnoses) {
                add(
                        issues,
                        IssueCode.BAD_CODE,
                        "The line points to a diagnosis that is not there",
                        "SV1",
                        7,
                        Integer.toString(pointer),
                        "2400");
            }
        }
        if (line.note() != null && line.note().text().length() > MAX_NOTE) {
            add(issues, IssueCode.TOO_LONG, "The note exceeds 80 characters", "NTE", 2, "", "2400");
        }
    }

    private static void otherPayers(ProfessionalClaim claim, List<X12Issue> issues) {
        if (claim.otherPayers().size() > MAX_OTHER_PAYERS) {
            add(issues, IssueCode.TOO_MANY, "The claim has more than ten other payers", "SBR", 1, "", "2320");
        }
        Set<String> sequences = new HashSet<>(Set.of(claim.subscriber().sequence()));
        for (OtherPayer other : claim.otherPayers()) {
            if (!sequences.add(other.sequence()) && !other.sequence().equals("U")) {
                add(issues, IssueCode.BAD_CODE, "Two payers have one rank", "SBR", 1, other.sequence(), "2320");
            }
            boolean lineLevel = claim.lines().stream()
                    .flatMap(line -> line.adjudications().stream())
                    .anyMatch(a -> a.payerId().equals(other.payer().id()) && a.adjudicated() != null);
            if (lineLevel && other.adjudicated() != null) {
                add(
                        issues,
                        IssueCode.UNEXPECTED_SEGMENT,
                        "The adjudication date stands at the claim and at a line",
                        "DTP",
                        3,
                        "",
                        "2330B");
            }
        }
    }

    private static void add(
            List<X12Issue> issues,
            IssueCode code,
            String message,
            String segment,
            int element,
            String value,
            String loop) {
        issues.add(new X12Issue(code, message, segment, Position.NONE, element, value, loop));
    }
}
