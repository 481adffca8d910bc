package dev.superbill.clearinghouse;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** 837P files written by hand, independently of the X12 library. */
public final class SampleBatch {

    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    private final StringBuilder body = new StringBuilder();
    private final String submitter;
    private final int controlNumber;
    private boolean ta1 = true;
    private int segments;
    private int levels;

    /** A batch with this ISA13. */
    public SampleBatch(String submitter, int controlNumber) {
        this.submitter = submitter;
        this.controlNumber = controlNumber;
        add("ST*837*0001*005010X222A1");
        add("BHT*0019*00*B" + controlNumber + "*20260105*1200*CH");
        add("NM1*41*2*MAPLE FAMILY PRACTICE*****46*" + submitter);
        add("PER*IC*BILLING OFFICE*TE*2075550100");
        add("NM1*40*2*PRACTICE CLEARINGHOUSE*****46*CLEARING");
        levels++;
        add("HL*1**20*1");
        add("PRV*BI*PXC*207Q00000X");
        add("NM1*85*2*MAPLE FAMILY PRACTICE*****XX*1234567893");
        add("N3*1 MAIN STREET");
        add("N4*PORTLAND*ME*041011234");
        add("REF*EI*123456789");
    }

    /** One claim. */
    public static final class Claim {
        private String payer = "60054";
        private String filing = "CI";
        private String rank = "P";
        private String member = "M100200300";
        private String last = "ROE";
        private String number = "PCN1";
        private String frequency = "1";
        private String original = "";
        private LocalDate date = LocalDate.of(2026, 1, 5);
        private final List<String> other = new ArrayList<>();
        private final List<String[]> lines = new ArrayList<>();

        public Claim payer(String id, String filingIndicator) {
            payer = id;
            filing = filingIndicator;
            return this;
        }

        public Claim rank(String code) {
            rank = code;
            return this;
        }

        public Claim member(String id, String lastName) {
            member = id;
            last = lastName;
            return this;
        }

        public Claim number(String controlNumber) {
            number = controlNumber;
            return this;
        }

        public Claim replaces(String frequencyCode, String payerControlNumber) {
            frequency = frequencyCode;
            original = payerControlNumber;
            return this;
        }

        public Claim on(LocalDate day) {
            date = day;
            return this;
        }

        /** Segments of loop 2320. */
        public Claim otherPayer(String... segmentsOfLoop) {
            other.addAll(List.of(segmentsOfLoop));
            return this;
        }

        /** A line; further segments go behind its REF*6R. */
        public Claim line(String procedure, String charge, String... more) {
            String[] line = new String[2 + more.length];
            line[0] = procedure;
            line[1] = charge;
            System.arraycopy(more, 0, line, 2, more.length);
            lines.add(line);
            return this;
        }
    }

    public SampleBatch withoutTa1() {
        ta1 = false;
        return this;
    }

    /** Adds a claim whose patient is the subscriber. */
    public SampleBatch add(Claim claim) {
        levels++;
        add("HL*" + levels + "*1*22*0");
        add("SBR*" + claim.rank + "*18*******" + claim.filing);
        add("NM1*IL*1*" + claim.last + "*JANE****MI*" + claim.member);
        add("N3*2 ELM STREET");
        add("N4*PORTLAND*ME*04101");
        add("DMG*D8*19800115*F");
        add("NM1*PR*2*PAYER " + claim.payer + "*****PI*" + claim.payer);
        java.math.BigDecimal total = claim.lines.stream()
                .map(line -> new java.math.BigDecimal(line[1]))
                .reduce(java.math.BigDecimal.ZERO, java.math.BigDecimal::add);
        add("CLM*" + claim.number + "*" + total.stripTrailingZeros().toPlainString() + "***11:B:" + claim.frequency
                + "*Y*A*Y*Y");
        if (!claim.original.isEmpty()) {
            add("REF*F8*" + claim.original);
        }
        add("HI*ABK:E119");
        add("NM1*82*1*WELBY*MARCUS****XX*1679523708");
        add("PRV*PE*PXC*207Q00000X");
        claim.other.forEach(this::add);
        int ordinal = 0;
        for (String[] line : claim.lines) {
            ordinal++;
            add("LX*" + ordinal);
            add("SV1*HC:" + line[0] + "*" + line[1] + "*UN*1***1");
            add("DTP*472*D8*" + claim.date.format(DAY));
            add("REF*6R*" + claim.number + "L" + ordinal);
            for (int i = 2; i < line.length; i++) {
                add(line[i]);
            }
        }
        return this;
    }

    /** Adds a segment as it stands. */
    public SampleBatch add(String segment) {
        body.append(segment).append("~\n");
        segments++;
        return this;
    }

    /** The interchange. */
    public String text() {
        String isa = String.format(
                Locale.ROOT,
                "ISA*00*          *00*          *ZZ*%-15s*ZZ*%-15s*260105*1200*^*00501*%09d*%s*T*:~%n",
                submitter,
                "CLEARING",
                controlNumber,
                ta1 ? "1" : "0");
        return isa + "GS*HC*" + submitter + "*CLEARING*20260105*1200*" + controlNumber + "*X*005010X222A1~\n"
                + body + "SE*" + (segments + 1) + "*0001~\nGE*1*" + controlNumber + "~\n"
                + String.format(Locale.ROOT, "IEA*1*%09d~%n", controlNumber);
    }
}
