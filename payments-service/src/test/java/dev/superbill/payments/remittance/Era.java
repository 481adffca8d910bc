package dev.superbill.payments.remittance;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Writes 835 files for tests, segment by segment and without help, so that faults can be written too. */
final class Era {

    private final List<String> claims = new ArrayList<>();
    private final List<String> adjustments = new ArrayList<>();
    private String trace = "T" + UUID.randomUUID().toString().replace("-", "").substring(0, 20);
    private String payer = "1999999999";
    private String bpr;
    private String interchange = "000000001";
    private String control = "0001";
    private String version = "005010X221A1";
    private String segmentCount;
    private String payee = "1234567893";

    private Era(String bpr) {
        this.bpr = bpr;
    }

    /** A remittance that pays an amount, in dollars as it is written. */
    static Era paying(String amount) {
        boolean nothing = new BigDecimal(amount).signum() == 0;
        return new Era("BPR*" + (nothing ? "H" : "I") + "*" + amount + "*C*" + (nothing ? "NON" : "ACH")
                + "************20261102");
    }

    /** A claim: CLP and what follows it. */
    Era claim(String... segments) {
        claims.addAll(List.of(segments));
        return this;
    }

    Era plb(String segment) {
        adjustments.add(segment);
        return this;
    }

    Era trace(String number) {
        trace = number;
        return this;
    }

    Era payer(String identifier) {
        payer = identifier;
        return this;
    }

    Era payee(String npi) {
        payee = npi;
        return this;
    }

    Era version(String guide) {
        version = guide;
        return this;
    }

    Era interchange(String number) {
        interchange = number;
        return this;
    }

    Era control(String number) {
        control = number;
        return this;
    }

    Era bpr(String segment) {
        bpr = segment;
        return this;
    }

    Era withoutBpr() {
        bpr = "";
        return this;
    }

    /** A count in SE01 that is wrong. */
    Era segmentCount(String count) {
        segmentCount = count;
        return this;
    }

    String trace() {
        return trace;
    }

    /** ST to SE. */
    String transaction() {
        List<String> segments = new ArrayList<>();
        segments.add("ST*835*" + control);
        if (!bpr.isEmpty()) {
            segments.add(bpr);
        }
        segments.add("TRN*1*" + trace + "*" + payer);
        segments.add("DTM*405*20261102");
        segments.add("N1*PR*HEALTHY PAYER");
        segments.add("N3*1 MAIN ST");
        segments.add("N4*ALBANY*NY*12207");
        segments.add("PER*BL*EDI*TE*8005551212");
        segments.add("N1*PE*MAPLE PRACTICE*XX*" + payee);
        segments.add("LX*1");
        segments.addAll(claims);
        segments.addAll(adjustments);
        segments.add(
                "SE*" + (segmentCount == null ? Integer.toString(segments.size() + 1) : segmentCount) + "*" + control);
        return String.join("~", segments) + "~";
    }

    byte[] file() {
        return file(this);
    }

    /** Several transactions in one interchange. */
    static byte[] file(Era... transactions) {
        Era first = transactions[0];
        StringBuilder text = new StringBuilder(
                "ISA*00*          *00*          *ZZ*PAYER          *ZZ*MAPLE          *261102*1200*^*00501*"
                        + first.interchange + "*0*P*:~GS*HP*PAYER*MAPLE*20261102*1200*1*X*" + first.version + "~");
        for (Era transaction : transactions) {
            text.append(transaction.transaction());
        }
        text.append("GE*")
                .append(transactions.length)
                .append("*1~IEA*1*")
                .append(first.interchange)
                .append("~");
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }
}
