package dev.superbill.x12.claim;

import dev.superbill.x12.EntityName;
import dev.superbill.x12.Position;
import dev.superbill.x12.QualifiedAmount;
import dev.superbill.x12.QualifiedDate;
import dev.superbill.x12.Reference;
import dev.superbill.x12.X12Issue;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One claim of an 837P with everything above it: billing provider, subscriber, payer, patient (loops 2000A to 2000C), the
 * claim itself (2300 to 2330) and its lines (2400, 2430). Make one with {@link #builder()}.
 *
 * @param position where its CLM stands
 * @param billingProvider 2000A
 * @param subscriber 2000B, 2010BA
 * @param payer 2010BB
 * @param patient 2000C when the patient is not the subscriber; null otherwise
 * @param patientControlNumber CLM01, at most 20 characters
 * @param chargeCents CLM02, the sum of the lines
 * @param placeOfService CLM05-1
 * @param frequency CLM05-3: {@code 1} original, {@code 7} replacement, {@code 8} void
 * @param terms CLM06 to CLM10
 * @param cause CLM11, an accident; null when none
 * @param delayReason CLM20; empty when absent
 * @param dates DTP: {@code 431} onset, {@code 439} accident, {@code 454} initial treatment, {@code 435} admission …
 * @param references REF: {@code F8} payer control number, {@code G1} prior authorisation, {@code EA} medical record,
 *     {@code D9} claim id for the clearinghouse, {@code X4} CLIA …
 * @param amounts AMT: {@code F5} patient paid
 * @param note NTE; null when absent
 * @param diagnoses HI, at most twelve, the principal one first
 * @param providers 2310A to 2310D
 * @param otherPayers 2320
 * @param lines 2400
 * @param issues of the claim level and above
 */
public record ProfessionalClaim(
        Position position,
        BillingProvider billingProvider,
        Subscriber subscriber,
        Payer payer,
        @Nullable Patient patient,
        String patientControlNumber,
        long chargeCents,
        String placeOfService,
        String frequency,
        Terms terms,
        @Nullable Cause cause,
        String delayReason,
        List<QualifiedDate> dates,
        List<Reference> references,
        List<QualifiedAmount> amounts,
        @Nullable Note note,
        List<Diagnosis> diagnoses,
        List<Provider> providers,
        List<OtherPayer> otherPayers,
        List<ServiceLine> lines,
        List<X12Issue> issues)
        implements ClaimEvent {

    /**
     * What was agreed with the patient and the payer: CLM06 to CLM10.
     *
     * @param providerSignature CLM06: {@code Y} or {@code N}
     * @param assignment CLM07: {@code A} assigned, {@code B} laboratory only, {@code C} not assigned
     * @param benefitsAssigned CLM08: {@code Y}, {@code N}, {@code W}
     * @param release CLM09: {@code Y} or {@code I}
     * @param patientSignature CLM10: {@code P} when the provider signed for the patient, else empty
     */
    public record Terms(
            String providerSignature,
            String assignment,
            String benefitsAssigned,
            String release,
            String patientSignature) {
        /** Signed, assigned and released, as nearly every claim is. */
        public static final Terms USUAL = new Terms("Y", "A", "Y", "Y", "");
    }

    /**
     * CLM11.
     *
     * @param codes {@code AA} car accident, {@code EM} employment, {@code OA} other accident; one to three
     * @param state CLM11-4, required for AA
     * @param country CLM11-5, outside the United States
     */
    public record Cause(List<String> codes, String state, String country) {
        /** Copies the list. */
        public Cause {
            codes = List.copyOf(codes);
        }
    }

    /** Copies the lists. */
    public ProfessionalClaim {
        dates = List.copyOf(dates);
        references = List.copyOf(references);
        amounts = List.copyOf(amounts);
        diagnoses = List.copyOf(diagnoses);
        providers = List.copyOf(providers);
        otherPayers = List.copyOf(otherPayers);
        lines = List.copyOf(lines);
        issues = List.copyOf(issues);
    }

    /** Begins a claim with the usual terms, frequency 1. */
    public static ProfessionalClaimBuilder builder() {
        return new ProfessionalClaimBuilder();
    }

    /** The provider in that role ({@code 82}, {@code DN}, {@code 77} …); null when absent. */
    public @Nullable Provider provider(String role) {
        for (Provider provider : providers) {
            if (provider.role().equals(role)) {
                return provider;
            }
        }
        return null;
    }

    /** REF with that qualifier; empty when absent. */
    public String reference(String qualifier) {
        return Reference.find(references, qualifier);
    }

    /** The name of the patient: of 2010CA, else of the subscriber. */
    public EntityName patientName() {
        return patient == null ? subscriber.name() : patient.name();
    }

    /** The issues of the claim and of its lines. */
    public List<X12Issue> allIssues() {
        return Stream.concat(issues.stream(), lines.stream().flatMap(line -> line.issues().stream()))
                .toList();
    }
}
