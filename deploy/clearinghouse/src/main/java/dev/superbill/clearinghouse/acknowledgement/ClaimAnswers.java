package dev.superbill.clearinghouse.acknowledgement;

import dev.superbill.clearinghouse.claim.Party;
import dev.superbill.clearinghouse.claim.SubmittedClaim;
import dev.superbill.clearinghouse.envelope.TransactionSet;
import dev.superbill.x12.Dates;
import dev.superbill.x12.Delimiters;
import dev.superbill.x12.SegmentWriter;
import dev.superbill.x12.Transliteration;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes the 277CA of one received transaction, from one hop: the clearinghouse or a payer. */
public final class ClaimAnswers {

    /** The guide (GS08, ST03). */
    public static final String VERSION = "005010X214";

    /**
     * One claim with its status.
     *
     * @param payerControlNumber REF*1K; null before the payer gave one
     */
    public record Answer(
            SubmittedClaim claim, Verdict verdict, @Nullable String payerControlNumber) {}

    /**
     * Who answers.
     *
     * @param entity NM101: AY clearinghouse, PR payer
     */
    public record Source(String entity, String name, String identifier) {}

    private final Source source;
    private final String submitterName;
    private final String reference;
    private final LocalDateTime at;
    private final List<Answer> answers;
    private int levels;

    /**
     * The answers to claims of one transaction; there is at least one.
     *
     * @param reference BHT03 and TRN02 of loop 2200A
     */
    public ClaimAnswers(Source source, String submitterName, String reference, LocalDateTime at, List<Answer> answers) {
        this.source = source;
        this.submitterName = submitterName;
        this.reference = reference;
        this.at = at;
        this.answers = List.copyOf(answers);
    }

    /** The transaction set. */
    public TransactionSet transactionSet() {
        return new TransactionSet("277", this::body);
    }

    private void body(SegmentWriter out) {
        levels = 0;
        out.start("BHT")
                .add("0085")
                .add("08")
                .add(reference)
                .date(at.toLocalDate())
                .add(String.format(Locale.ROOT, "%02d%02d", at.getHour(), at.getMinute()))
                .add("TH")
                .end();
        source(out);
        int receiver = receiver(out);
        Map<String, List<Answer>> byProvider = new LinkedHashMap<>();
        for (Answer answer : answers) {
            byProvider
                    .computeIfAbsent(answer.claim().billing().npi(), npi -> new ArrayList<>())
                    .add(answer);
        }
        byProvider.values().forEach(ofProvider -> provider(out, receiver, ofProvider));
    }

    private void source(SegmentWriter out) {
        level(out, 0, "20");
        out.start("NM1")
                .add(source.entity())
                .add("2")
                .add(text(source.name(), 60))
                .add("")
                .add("")
                .add("")
                .add("")
                .add(source.entity().equals("AY") ? "46" : "PI")
                .add(source.identifier())
                .end();
        out.start("TRN").add("1").add(reference).end();
        date(out, "050");
        date(out, "009");
    }

    private int receiver(SegmentWriter out) {
        SubmittedClaim first = answers.getFirst().claim();
        int own = level(out, 1, "21");
        out.start("NM1")
                .add("41")
                .add("2")
                .add(text(submitterName, 60))
                .add("")
                .add("")
                .add("")
                .add("")
                .add("46")
                .add(first.submitter())
                .end();
        out.start("TRN").add("2").add(first.batchReference()).end();
        // a rejection here would mean the whole batch, also what went to other payers
        out.start("STC")
                .composite("A1", "19", source.entity())
                .date(at.toLocalDate())
                .add("WQ")
                .amount(total(answer -> true, answers))
                .end();
        counts(out, answers, "90", "AA");
        return own;
    }

    private void provider(SegmentWriter out, int parent, List<Answer> ofProvider) {
        SubmittedClaim first = ofProvider.getFirst().claim();
        int own = level(out, parent, "19");
        out.start("NM1")
                .add("85")
                .add("2")
                .add(text(first.billing().name(), 60))
                .add("")
                .add("")
                .add("")
                .add("")
                .add("XX")
                .add(first.billing().npi())
                .end();
        out.start("TRN").add("1").add("0").end();
        out.start("STC")
                .composite("A1", "19", source.entity())
                .add("")
                .add("WQ")
                .amount(total(answer -> true, ofProvider))
                .end();
        if (!first.billing().taxId().isEmpty()) {
            out.start("REF").add("TJ").add(first.billing().taxId()).end();
        }
        counts(out, ofProvider, "QA", "QC");
        ofProvider.forEach(answer -> claim(out, own, answer));
    }

    private static void counts(SegmentWriter out, List<Answer> answers, String acceptedCode, String rejectedCode) {
        long accepted =
                answers.stream().filter(answer -> !answer.verdict().rejects()).count();
        long rejected = answers.size() - accepted;
        if (accepted > 0) {
            out.start("QTY").add(acceptedCode).number(accepted).end();
        }
        if (rejected > 0) {
            out.start("QTY").add(rejectedCode).number(rejected).end();
        }
        if (accepted > 0) {
            out.start("AMT")
                    .add("YU")
                    .amount(total(answer -> !answer.verdict().rejects(), answers))
                    .end();
        }
        if (rejected > 0) {
            out.start("AMT")
                    .add("YY")
                    .amount(total(answer -> answer.verdict().rejects(), answers))
                    .end();
        }
    }

    private static long total(Predicate<Answer> which, List<Answer> answers) {
        return answers.stream()
                .filter(which)
                .mapToLong(answer -> answer.claim().chargeCents())
                .sum();
    }

    private void claim(SegmentWriter out, int parent, Answer answer) {
        SubmittedClaim claim = answer.claim();
        Party patient = claim.patient();
        level(out, parent, "PT");
        out.start("NM1")
                .add("QC")
                .add("1")
                .add(text(patient.name(), 60))
                .add(text(orEmpty(patient.firstName()), 35))
                .add(text(orEmpty(patient.middleName()), 25))
                .add("")
                .add("");
        if (!claim.memberId().isBlank()) {
            out.add("MI").add(text(claim.memberId(), 80));
        }
        out.end();
        out.start("TRN").add("2").add(claim.controlNumber()).end();
        Verdict verdict = answer.verdict();
        out.start("STC")
                .composite(verdict.category(), verdict.status(), verdict.entity())
                .date(at.toLocalDate())
                .add(verdict.action())
                .amount(claim.chargeCents())
                .end();
        if (answer.payerControlNumber() != null) {
            out.start("REF").add("1K").add(answer.payerControlNumber()).end();
        }
        if (claim.from().equals(claim.to())) {
            out.start("DTP").add("472").add("D8").date(claim.from()).end();
        } else {
            String range = Dates.format(claim.from()) + "-" + Dates.format(claim.to());
            out.start("DTP").add("472").add("RD8").add(range).end();
        }
    }

    private int level(SegmentWriter out, int parent, String code) {
        levels++;
        out.start("HL")
                .number(levels)
                .add(parent == 0 ? "" : String.valueOf(parent))
                .add(code)
                .add(code.equals("PT") ? "" : "1")
                .end();
        return levels;
    }

    private void date(SegmentWriter out, String qualifier) {
        out.start("DTP").add(qualifier).add("D8").date(at.toLocalDate()).end();
    }

    private static String text(String value, int atMost) {
        String plain = Transliteration.of(value, Delimiters.STANDARD).text();
        return plain.length() > atMost ? plain.substring(0, atMost).trim() : plain;
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
