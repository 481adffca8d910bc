package dev.superbill.claims.scrub;

import dev.superbill.claims.coverage.Coverage;
import dev.superbill.claims.coverage.Patient;
import dev.superbill.claims.ncci.NcciEdits;
import dev.superbill.claims.payer.Payer;
import dev.superbill.claims.practice.BillingProvider;
import dev.superbill.claims.provider.License;
import dev.superbill.claims.provider.Provider;
import dev.superbill.claims.visit.Circumstances;
import dev.superbill.claims.visit.ClaimContent;
import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.kernel.Money;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A claim and everything known about it, on a day.
 *
 * @param today the latest day that it is anywhere the practice could be
 * @param rank 1 primary, 2 secondary, 3 tertiary
 * @param frequency CLM05-3: 1, 7 or 8
 * @param charge CLM02
 * @param billing null while the practice has registered none
 * @param rendering null while staff has not told of it
 * @param licenses of the rendering provider, past ones too
 * @param patient null while scheduling has not told of it
 * @param coverage the one that is billed, null when none is known
 * @param payer the one that is billed, null when it is not registered
 * @param others lines that older claims bill for the patient on the same days
 * @param ncci what the loaded tables say of the procedures of both
 */
public record ScrubInput(
        LocalDate today,
        int rank,
        String frequency,
        @Nullable String payerControlNumber,
        LocalDate serviceDate,
        Money charge,
        ClaimContent content,
        @Nullable BillingProvider billing,
        @Nullable Provider rendering,
        List<License> licenses,
        @Nullable Patient patient,
        @Nullable Coverage coverage,
        @Nullable Payer payer,
        List<ClaimLine> others,
        NcciEdits ncci) {

    /** The frequency of a claim that replaces or withdraws none. */
    static final String ORIGINAL = "1";

    public ScrubInput {
        licenses = List.copyOf(licenses);
        others = List.copyOf(others);
    }

    String placeOfService() {
        return content.placeOfService();
    }

    List<String> diagnoses() {
        return content.diagnoses();
    }

    List<ClaimLine> lines() {
        return content.lines();
    }

    Circumstances circumstances() {
        return content.circumstances();
    }
}
