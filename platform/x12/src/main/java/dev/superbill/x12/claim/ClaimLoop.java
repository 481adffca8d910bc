package dev.superbill.x12.claim;

import dev.superbill.x12.Findings;
import dev.superbill.x12.IssueCode;
import dev.superbill.x12.QualifiedAmount;
import dev.superbill.x12.QualifiedDate;
import dev.superbill.x12.Reference;
import dev.superbill.x12.Segment;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts a {@link ProfessionalClaim} together: loop 2300 and all below it. */
final class ClaimLoop {
    // 50 lines with some 100 segments each, with room; the memory for one claim is bounded here
    private static final int MAX_SEGMENTS = 50_000;

    private final ProfessionalClaimBuilder claim = ProfessionalClaim.builder();
    private final Findings findings = new Findings();
    private final List<ProviderPart> providers = new ArrayList<>(2);
    private @Nullable OtherPayerLoop otherPayer;
    private @Nullable LineLoop line;
    private boolean inProviders;
    private int segments;

    ClaimLoop(Segment clm, Hierarchy hierarchy) {
        hierarchy.fill(claim, findings);
        findings.in("2300");
        claim.at(clm.position()).patientControlNumber(clm.element(1)).chargeCents(findings.amount(clm, 2));
        if (!clm.has(1)) {
            findings.add(IssueCode.MISSING_ELEMENT, "The claim has no patient control number", clm, 1);
        }
        claim.placeOfService(clm.component(5, 1)).frequency(clm.component(5, 3));
        claim.terms(new ProfessionalClaim.Terms(
                clm.element(6), clm.element(7), clm.element(8), clm.element(9), clm.element(10)));
        if (clm.has(11)) {
            List<String> codes = new ArrayList<>(1);
            for (int c = 1; c <= 3; c++) {
                String code = clm.component(11, c);
                if (!code.isEmpty()) {
                    codes.add(code);
                }
            }
            claim.cause(new ProfessionalClaim.Cause(codes, clm.component(11, 4), clm.component(11, 5)));
        }
        claim.delayReason(clm.element(20));
    }

    /** Takes a segment; false for the first one that does not belong to the claim. */
    boolean accept(Segment segment) {
        if (segment.is("CLM") || segment.is("HL") || ClaimSegments.envelope(segment.id())) {
            return false;
        }
        if (++segments > MAX_SEGMENTS) {
            if (segments == MAX_SEGMENTS + 1) {
                findings.add(IssueCode.TOO_MANY, "The claim has more than " + MAX_SEGMENTS + " segments", segment);
            }
            return true;
        }
        if (segment.is("LX")) {
            close();
            line = new LineLoop(segment);
        } else if (line != null) {
            line.accept(segment);
        } else if (segment.is("SBR")) {
            close();
            otherPayer = new OtherPayerLoop(segment, findings);
        } else if (otherPayer != null) {
            otherPayer.accept(segment);
        } else {
            claimLevel(segment);
        }
        return true;
    }

    ProfessionalClaim finish() {
        close();
        providers.forEach(provider -> claim.provider(provider.finish()));
        return claim.issues(findings.take()).build();
    }

    private void claimLevel(Segment segment) {
        switch (segment.id()) {
            case "NM1" -> {
                inProviders = true;
                providers.add(new ProviderPart(segment));
            }
            case "DTP" -> {
                QualifiedDate date = QualifiedDate.readDtp(segment, findings);
                if (date != null) {
                    claim.date(date);
                }
            }
            case "REF" -> {
                if (inProviders) {
                    providers.getLast().accept(segment);
                } else {
                    claim.reference(Reference.read(segment));
                }
            }
            case "AMT" -> claim.amount(QualifiedAmount.read(segment, findings));
            case "NTE" -> claim.note(new Note(segment.element(1), segment.element(2)));
            case "HI" -> diagnoses(segment);
            case "PRV", "N3", "N4", "PER" -> {
                if (inProviders) {
                    providers.getLast().accept(segment);
                } else {
                    unexpected(segment);
                }
            }
            case "PWK", "CN1", "K3", "CR1", "CR2", "CR3", "CRC", "HCP" -> {
                // told by the guide, not held by the record
            }
            default -> unexpected(segment);
        }
    }

    /** BK and BF with their ICD-10 forms are diagnoses; BG (conditions) and BP, BO (anaesthesia) are not. */
    private void diagnoses(Segment hi) {
        for (int e = 1; e <= Math.min(hi.size(), 12); e++) {
            String qualifier = hi.component(e, 1);
            switch (qualifier) {
                case "ABK", "ABF", "BK", "BF" -> claim.diagnosis(new Diagnosis(qualifier, hi.component(e, 2)));
                default -> {
                    // not a diagnosis
                }
            }
        }
    }

    private void unexpected(Segment segment) {
        boolean known = ClaimSegments.known(segment.id());
        findings.add(
                known ? IssueCode.UNEXPECTED_SEGMENT : IssueCode.UNKNOWN_SEGMENT,
                known ? "The guide does not allow this segment here" : "The guide does not know this segment",
                segment);
    }

    private void close() {
        if (otherPayer != null) {
            claim.otherPayer(otherPayer.finish());
            otherPayer = null;
        }
        if (line != null) {
            claim.line(line.finish());
            line = null;
        }
    }
}
