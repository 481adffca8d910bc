package dev.superbill.clearinghouse.intake;

import dev.superbill.clearinghouse.claim.BillingProvider;
import dev.superbill.clearinghouse.claim.Party;
import dev.superbill.clearinghouse.claim.SubmittedClaim;
import dev.superbill.x12.Segment;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Follows the loops of one 837P, gathers its claims and notes what a 999 must report. */
final class TransactionReader {

    private static final Set<String> KNOWN = Set.of(
            "BHT", "NM1", "PER", "HL", "PRV", "CUR", "N3", "N4", "REF", "SBR", "PAT", "DMG", "CLM", "DTP", "PWK", "CN1",
            "AMT", "K3", "NTE", "CR1", "CR2", "CR3", "CRC", "HI", "HCP", "CAS", "OI", "MOA", "LX", "SV1", "SV5", "QTY",
            "MEA", "PS1", "LIN", "CTP", "SVD", "LQ", "FRM");

    private final String submitter;
    private final Segment st;
    private final List<Fault> faults = new ArrayList<>();
    private final List<String> trailerCodes = new ArrayList<>();
    private final List<SubmittedClaim> claims = new ArrayList<>();

    private String loop = "HEADER";
    private String batchReference = "";
    private String submitterName = "";
    private BillingProvider billing = new BillingProvider("", "", "");
    private char rank = 'P';
    private String filingIndicator = "";
    private Party subscriber = new Party("", null, null, null);
    private Party payer = new Party("", null, null, null);
    private @Nullable Party patient;
    private @Nullable ClaimReader claim;
    private long segments = 1;
    private long levels;
    private boolean bhtSeen;

    TransactionReader(String submitter, Segment st, boolean newControlNumber) {
        this.submitter = submitter;
        this.st = st;
        if (!newControlNumber) {
            trailerCodes.add("23");
        }
        if (!st.elementEquals(1, "837")) {
            trailerCodes.add("1");
        }
        if (!st.elementEquals(3, "005010X222A1")) {
            faults.add(Fault.element("ST", 1, "", 3, "I12", ""));
        }
    }

    void take(Segment segment) {
        segments++;
        if (!KNOWN.contains(segment.id())) {
            faults.add(new Fault(segment.id(), position(segment), "", "1", 0, "", ""));
            return;
        }
        if (!bhtSeen) {
            bhtSeen = true;
            if (!segment.is("BHT")) {
                faults.add(Fault.missing("BHT", position(segment), ""));
            }
        }
        if (segment.is("HL")) {
            level(segment);
        } else if (segment.is("CLM")) {
            claim(segment);
        } else if (claim != null) {
            claim.take(segment);
        } else {
            aboveClaim(segment);
        }
    }

    private void level(Segment hl) {
        endClaim();
        levels++;
        if (!InterchangeReader.sameNumber(hl.element(1), String.valueOf(levels))) {
            faults.add(Fault.element("HL", position(hl), "", 1, "7", hl.element(1)));
        }
        switch (hl.element(3)) {
            case "20" -> {
                loop = "2000A";
                billing = new BillingProvider("", "", "");
            }
            case "22" -> {
                loop = "2000B";
                subscriber = new Party("", null, null, null);
                payer = subscriber;
                patient = null;
            }
            case "23" -> loop = "2000C";
            default -> faults.add(Fault.element("HL", position(hl), "", 3, "7", hl.element(3)));
        }
    }

    private void aboveClaim(Segment segment) {
        switch (segment.id()) {
            case "BHT" -> {
                batchReference = require(segment, 3);
                require(segment, 6);
            }
            case "SBR" -> {
                String sequence = require(segment, 1);
                if (!sequence.isEmpty() && !sequence.matches("[PSTABCDEFGHU]")) {
                    faults.add(Fault.element("SBR", position(segment), loop, 1, "7", sequence));
                }
                rank = sequence.isEmpty() ? 'P' : sequence.charAt(0);
                filingIndicator = segment.element(9);
            }
            case "NM1" -> name(segment);
            case "REF" -> {
                boolean taxId = segment.elementEquals(1, "EI") || segment.elementEquals(1, "SY");
                if (loop.equals("2010AA") && taxId) {
                    billing = new BillingProvider(
                            billing.npi(), segment.element(2).replace("-", ""), billing.name());
                }
            }
            default -> {}
        }
    }

    private void name(Segment nm1) {
        String name = nm1.element(3);
        switch (nm1.element(1)) {
            case "41" -> {
                loop = "1000A";
                submitterName = name;
                require(nm1, 9);
            }
            case "40" -> {
                loop = "1000B";
                require(nm1, 9);
            }
            case "85" -> {
                loop = "2010AA";
                require(nm1, 3);
                billing = new BillingProvider(nm1.element(9), "", name);
            }
            case "87" -> loop = "2010AB";
            case "PE" -> loop = "2010AC";
            case "IL" -> {
                loop = "2010BA";
                require(nm1, 3);
                subscriber = party(nm1);
            }
            case "PR" -> {
                loop = "2010BB";
                require(nm1, 3);
                require(nm1, 9);
                payer = party(nm1);
            }
            case "QC" -> {
                loop = "2010CA";
                require(nm1, 3);
                patient = party(nm1);
            }
            default -> faults.add(Fault.element("NM1", position(nm1), loop, 1, "7", nm1.element(1)));
        }
    }

    private void claim(Segment clm) {
        endClaim();
        if (!loop.startsWith("2000") && !loop.startsWith("2010")) {
            faults.add(new Fault("CLM", position(clm), "2300", "2", 0, "", ""));
        }
        if (payer.identifier() == null) {
            faults.add(Fault.missing("NM1", position(clm), "2010BB"));
        }
        claim = new ClaimReader(clm, faults);
    }

    private void endClaim() {
        ClaimReader open = claim;
        if (open != null) {
            Party whose = patient == null ? subscriber : patient;
            claims.add(open.claim(submitter, batchReference, payer, billing, rank, filingIndicator, subscriber, whose));
            claim = null;
        }
    }

    /**
     * Ends the transaction.
     *
     * @param se its trailer; null when there is none
     */
    ReceivedTransaction close(@Nullable Segment se) {
        endClaim();
        segments++;
        if (se == null) {
            trailerCodes.add("2");
        } else {
            if (!InterchangeReader.sameNumber(se.element(1), String.valueOf(segments))) {
                trailerCodes.add("4");
            }
            if (!se.element(2).equals(st.element(2))) {
                trailerCodes.add("3");
            }
        }
        if (claims.isEmpty() && faults.isEmpty() && trailerCodes.isEmpty()) {
            faults.add(Fault.missing("CLM", segments, "2300"));
        }
        return new ReceivedTransaction(
                st.element(1),
                st.element(2),
                st.element(3),
                batchReference,
                submitterName,
                faults,
                trailerCodes,
                claims);
    }

    private String require(Segment segment, int element) {
        if (!segment.has(element)) {
            faults.add(Fault.element(segment.id(), position(segment), loop, element, "1", ""));
        }
        return segment.element(element);
    }

    static Party party(Segment nm1) {
        return new Party(nm1.element(3), orNull(nm1.element(4)), orNull(nm1.element(5)), orNull(nm1.element(9)));
    }

    static @Nullable String orNull(String text) {
        return text.isEmpty() ? null : text;
    }

    private static long position(Segment segment) {
        return segment.ordinalInTransaction();
    }
}
