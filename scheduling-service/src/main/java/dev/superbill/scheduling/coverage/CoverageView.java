package dev.superbill.scheduling.coverage;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A coverage as callers see it. */
record CoverageView(
        UUID id,
        UUID patientId,
        UUID payerId,
        String memberId,
        @Nullable String groupNumber,
        int rank,
        Relationship relationship,
        @Nullable Subscriber subscriber,
        LocalDate effectiveFrom,
        @Nullable LocalDate effectiveTo,
        boolean benefitsAssigned,
        boolean informationReleased,
        long version) {}
