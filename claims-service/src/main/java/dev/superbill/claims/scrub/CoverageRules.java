package dev.superbill.claims.scrub;

import dev.superbill.claims.coverage.Coverage;
import dev.superbill.claims.coverage.Subscriber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Who is to pay, and for whom. */
final class CoverageRules {

    private CoverageRules() {}

    /** {@code COVERAGE_MISSING}: somebody has to be billed [X222 2000B]. */
    static List<Edit> known(ScrubInput claim) {
        return claim.coverage() != null
                ? List.of()
                : List.of(Edit.error(
                        "COVERAGE_MISSING",
                        "coverage",
                        "No coverage of the patient is known that is active on the date of service",
                        "Add the coverage, or code the encounter as self-pay"));
    }

    /** {@code COVERAGE_INACTIVE}: the coverage that is billed covers the date of service. */
    static List<Edit> active(ScrubInput claim) {
        Coverage coverage = claim.coverage();
        return coverage == null || coverage.covers(claim.serviceDate())
                ? List.of()
                : List.of(Edit.error(
                        "COVERAGE_INACTIVE",
                        "coverage",
                        "The coverage is not active on the date of service",
                        "Correct the dates of the coverage, or bill another"));
    }

    /** {@code PAYER_UNKNOWN}: loop 2010BB needs the payer's identifier at the clearinghouse. */
    static List<Edit> payer(ScrubInput claim) {
        return claim.coverage() == null || claim.payer() != null
                ? List.of()
                : List.of(Edit.error(
                        "PAYER_UNKNOWN",
                        "payerId",
                        "The payer of the coverage is not registered",
                        "Register the payer, or correct the coverage"));
    }

    /**
     * {@code IDENTIFIER_INVALID}: what a payer knows a member, itself or an authorization by is sent as it is or not at all;
     * with a delimiter or a character outside of X12's sets it cannot be right [X12.6 3.3].
     */
    static List<Edit> identifiers(ScrubInput claim) {
        Map<String, @Nullable String> identifiers = new LinkedHashMap<>();
        if (claim.coverage() != null) {
            identifiers.put("coverage.memberId", claim.coverage().memberId());
        }
        if (claim.payer() != null) {
            identifiers.put("payer.payerIdentifier", claim.payer().payerIdentifier());
        }
        identifiers.put("priorAuthorizationNumber", claim.circumstances().priorAuthorizationNumber());
        List<Edit> edits = new ArrayList<>();
        identifiers.forEach((field, identifier) -> {
            if (PatientRules.isChangedByX12(identifier)) {
                edits.add(Edit.error(
                        "IDENTIFIER_INVALID",
                        field,
                        "Some characters of the identifier cannot be carried by X12, and an identifier is never changed",
                        "Correct the identifier"));
            }
        });
        return edits;
    }

    /**
     * {@code MEMBER_ID_MISSING}, {@code SUBSCRIBER_MISSING}: the policy's number (NM109) and,
     * where the patient is not the subscriber, the subscriber's name (NM103, NM104) [X222 2010BA].
     */
    static List<Edit> subscriber(ScrubInput claim) {
        Coverage coverage = claim.coverage();
        if (coverage == null) {
            return List.of();
        }
        List<Edit> edits = new ArrayList<>();
        String memberId = coverage.memberId();
        if (PatientRules.isBlank(memberId)) {
            edits.add(Edit.error(
                    "MEMBER_ID_MISSING",
                    "coverage.memberId",
                    "The coverage has no member id",
                    "Complete the coverage"));
        }
        if (!coverage.ofPatient() && !isNamed(coverage.subscriber())) {
            edits.add(Edit.error(
                    "SUBSCRIBER_MISSING",
                    "coverage.subscriber",
                    "The patient is not the subscriber, and the subscriber's name is missing",
                    "Complete the coverage's subscriber"));
        }
        return edits;
    }

    private static boolean isNamed(@Nullable Subscriber subscriber) {
        return subscriber != null
                && !PatientRules.isBlank(subscriber.lastName())
                && !PatientRules.isBlank(subscriber.firstName());
    }

    /** {@code PAYER_CONTROL_NUMBER_MISSING}: frequencies 7 and 8 name the payer's claim in REF*F8 [X222 2300]. */
    static List<Edit> payerControlNumber(ScrubInput claim) {
        return claim.frequency().equals(ScrubInput.ORIGINAL) || !PatientRules.isBlank(claim.payerControlNumber())
                ? List.of()
                : List.of(Edit.error(
                        "PAYER_CONTROL_NUMBER_MISSING",
                        "payerControlNumber",
                        "A replacement or void names the payer's number of the claim, and none is known",
                        "Wait for the remittance that tells it, or ask the payer"));
    }
}
