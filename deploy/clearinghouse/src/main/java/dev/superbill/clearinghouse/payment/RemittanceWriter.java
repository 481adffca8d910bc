package dev.superbill.clearinghouse.payment;

import dev.superbill.clearinghouse.adjudication.Decision;
import dev.superbill.clearinghouse.adjudication.LineDecision;
import dev.superbill.clearinghouse.adjudication.PayerKind;
import dev.superbill.clearinghouse.claim.Adjustment;
import dev.superbill.clearinghouse.claim.OtherPayer;
import dev.superbill.clearinghouse.claim.Party;
import dev.superbill.clearinghouse.claim.SubmittedClaim;
import dev.superbill.clearinghouse.envelope.TransactionSet;
import dev.superbill.x12.Amounts;
import dev.superbill.x12.Delimiters;
import dev.superbill.x12.Procedure;
import dev.superbill.x12.SegmentWriter;
import dev.superbill.x12.Transliteration;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/** Writes a remittance as the segments of an 835. */
final class RemittanceWriter {

    /** Mistakes that a scenario asks for. */
    enum Flaw {
        NONE,
        /** The first adjustment of the first claim is a dollar too much. */
        UNBALANCED_CLAIM,
        /** The first adjustment of the first claim has another reason than in the first edition. */
        AMENDED
    }

    private static final int ADJUSTMENTS_IN_A_SEGMENT = 6;
    private static final String BANK = "999999992";

    private final Remittance remittance;
    private boolean flawless;
    private final Flaw flaw;

    RemittanceWriter(Remittance remittance, Flaw flaw) {
        this.remittance = remittance;
        this.flaw = flaw;
        this.flawless = true;
    }

    TransactionSet transactionSet() {
        return new TransactionSet("835", this::body);
    }

    private void body(SegmentWriter out) {
        flawless = true;
        payment(out);
        parties(out);
        if (!remittance.decisions().isEmpty()) {
            out.start("LX").number(1).end();
            remittance.decisions().forEach(decision -> claim(out, decision));
        }
        List<ProviderAdjustment> adjustments = remittance.adjustments();
        for (int from = 0; from < adjustments.size(); from += ADJUSTMENTS_IN_A_SEGMENT) {
            out.start("PLB")
                    .add(remittance.payee().npi())
                    .add(remittance.paidOn().getYear() + "1231");
            adjustments.stream()
                    .skip(from)
                    .limit(ADJUSTMENTS_IN_A_SEGMENT)
                    .forEach(adjustment -> out.composite(adjustment.code(), adjustment.reference())
                            .amount(adjustment.cents()));
            out.end();
        }
    }

    private void payment(SegmentWriter out) {
        String originator = originator(remittance.payer());
        out.start("BPR")
                .add(remittance.cents() == 0 ? "H" : "I")
                .amount(remittance.cents())
                .add("C");
        if (remittance.cents() == 0) {
            skip(out.add("NON"), 11);
        } else if (remittance.method() == PayerKind.Method.CHECK) {
            skip(out.add("CHK"), 11);
        } else {
            out.add("ACH")
                    .add("CCP")
                    .add("01")
                    .add(BANK)
                    .add("DA")
                    .add("1000" + originator.substring(1))
                    .add(originator)
                    .add("")
                    .add("01")
                    .add(BANK)
                    .add("DA")
                    .add("2000" + remittance.payee().npi());
        }
        out.date(remittance.paidOn()).end();
        out.start("TRN").add("1").add(remittance.trace()).add(originator).end();
        out.start("DTM").add("405").date(remittance.paidOn()).end();
    }

    private void parties(SegmentWriter out) {
        String payerId = orEmpty(remittance.payer().identifier());
        out.start("N1")
                .add("PR")
                .add(text(remittance.payer().name(), 60))
                .add("XV")
                .add(payerId)
                .end();
        out.start("N3").add("100 PAYER PLAZA").end();
        out.start("N4").add("HARTFORD").add("CT").add("061031234").end();
        if (payerId.length() > 0) {
            out.start("REF").add("2U").add(payerId).end();
        }
        out.start("PER")
                .add("BL")
                .add("EDI SUPPORT")
                .add("TE")
                .add("8005550100")
                .end();
        out.start("N1")
                .add("PE")
                .add(text(remittance.payee().name(), 60))
                .add("XX")
                .add(remittance.payee().npi())
                .end();
        if (!remittance.payee().taxId().isEmpty()) {
            out.start("REF").add("TJ").add(remittance.payee().taxId()).end();
        }
    }

    private void claim(SegmentWriter out, Decision decision) {
        SubmittedClaim claim = decision.claim();
        out.start("CLP")
                .add(claim.controlNumber())
                .add(decision.statusCode())
                .amount(decision.chargeCents())
                .amount(decision.paidCents());
        long owed = decision.patientResponsibilityCents();
        out.add(owed == 0 || decision.reversal() ? "" : Amounts.format(owed))
                .add(filingIndicator(claim.filingIndicator()))
                .add(decision.payerControlNumber())
                .add(claim.placeOfService())
                .add(String.valueOf(claim.frequency()))
                .end();
        adjustments(out, decision.adjustments());
        person(out, "QC", claim.patient(), claim.memberId());
        if (!claim.patient().equals(claim.subscriber())) {
            person(out, "IL", claim.subscriber(), claim.memberId());
        }
        OtherPayer next = decision.crossover();
        if (next != null) {
            out.start("NM1").add("TT").add("2").add(text(next.payerName(), 60));
            skip(out, 4);
            out.add("PI").add(next.payerId()).end();
        }
        if (decision.lines().isEmpty()) {
            out.start("DTM").add("232").date(claim.from()).end();
            out.start("DTM").add("233").date(claim.to()).end();
        }
        decision.lines().forEach(line -> line(out, line));
    }

    private static void person(SegmentWriter out, String entity, Party who, String memberId) {
        out.start("NM1")
                .add(entity)
                .add("1")
                .add(text(who.name(), 60))
                .add(text(orEmpty(who.firstName()), 35))
                .add(text(orEmpty(who.middleName()), 25))
                .add("")
                .add("")
                .add("MI")
                .add(text(memberId, 80))
                .end();
    }

    private void line(SegmentWriter out, LineDecision decision) {
        String submitted = decision.line().procedure();
        String[] modifiers = decision.line().modifiers().toArray(String[]::new);
        String into = decision.bundledInto();
        out.start("SVC");
        (into == null ? Procedure.hcpcs(submitted, modifiers) : Procedure.hcpcs(into)).write(out);
        out.amount(decision.chargeCents())
                .amount(decision.paidCents())
                .add("")
                .add(decision.line().units());
        if (into != null) {
            Procedure.hcpcs(submitted, modifiers).write(out);
        }
        out.end();
        out.start("DTM").add("472").date(decision.line().serviceDate()).end();
        adjustments(out, decision.adjustments());
        String controlNumber = decision.line().controlNumber();
        if (controlNumber != null) {
            out.start("REF").add("6R").add(controlNumber).end();
        }
        if (decision.allowedCents() != null) {
            out.start("AMT").add("B6").amount(decision.allowedCents()).end();
        }
        decision.remarks()
                .forEach(remark -> out.start("LQ").add("HE").add(remark).end());
    }

    private void adjustments(SegmentWriter out, List<Adjustment> adjustments) {
        Map<Adjustment.Group, List<Adjustment>> byGroup = new LinkedHashMap<>();
        for (Adjustment adjustment : adjustments) {
            byGroup.computeIfAbsent(adjustment.group(), group -> new ArrayList<>())
                    .add(flawed(adjustment));
        }
        byGroup.forEach((group, ofGroup) -> {
            out.start("CAS").add(group.name());
            for (int i = 0; i < ofGroup.size(); i++) {
                if (i > 0) {
                    out.add("");
                }
                out.add(ofGroup.get(i).reason()).amount(ofGroup.get(i).cents());
            }
            out.end();
        });
    }

    private Adjustment flawed(Adjustment adjustment) {
        if (flaw == Flaw.NONE || !flawless) {
            return adjustment;
        }
        flawless = false;
        return switch (flaw) {
            case NONE -> adjustment;
            case UNBALANCED_CLAIM -> new Adjustment(adjustment.group(), adjustment.reason(), adjustment.cents() + 100);
            case AMENDED ->
                new Adjustment(adjustment.group(), adjustment.reason().equals("45") ? "131" : "45", adjustment.cents());
        };
    }

    private static void skip(SegmentWriter out, int elements) {
        for (int i = 0; i < elements; i++) {
            out.add("");
        }
    }

    /** CLP06 has fewer codes than SBR09. */
    private static String filingIndicator(String submitted) {
        return switch (submitted.toUpperCase(Locale.ROOT)) {
            case "11",
                    "12",
                    "13",
                    "14",
                    "15",
                    "16",
                    "17",
                    "AM",
                    "CH",
                    "DS",
                    "HM",
                    "LM",
                    "MA",
                    "MB",
                    "MC",
                    "OF",
                    "TV",
                    "VA",
                    "WC",
                    "ZZ" -> submitted.equals("11") ? "15" : submitted.toUpperCase(Locale.ROOT);
            case "BL" -> "12";
            case "CI" -> "15";
            default -> "ZZ";
        };
    }

    /** BPR10 and TRN03: 1 and a tax id of nine digits, made from the payer's id. */
    static String originator(Party payer) {
        String id = orEmpty(payer.identifier());
        if (id.matches("\\d{1,9}")) {
            return "1" + "0".repeat(9 - id.length()) + id;
        }
        CRC32 sum = new CRC32();
        sum.update(id.getBytes(StandardCharsets.UTF_8));
        return String.format(Locale.ROOT, "1%09d", sum.getValue() % 1_000_000_000L);
    }

    private static String text(String value, int atMost) {
        String plain = Transliteration.of(value, Delimiters.STANDARD).text();
        return plain.length() > atMost ? plain.substring(0, atMost).trim() : plain;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
