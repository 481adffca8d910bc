package dev.superbill.scheduling.coverage;

import org.jspecify.annotations.Nullable;

/** What an insurance card says of who is insured: kept sealed, as one value. */
record CoverageDetails(
        String memberId,
        @Nullable String groupNumber,
        @Nullable Subscriber subscriber) {

    static CoverageDetails of(CoverageRequest request) {
        return new CoverageDetails(
                request.memberId().strip(),
                request.groupNumber(),
                request.relationship() == Relationship.SELF ? null : request.subscriber());
    }
}
