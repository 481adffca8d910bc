package dev.superbill.scheduling.coverage;

import dev.superbill.platform.web.Versioned;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A coverage as callers see it. */
@Schema(examples = CoverageView.EXAMPLE)
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
        long version)
        implements Versioned {

    static final String EXAMPLE = """
            {"id": "019a8f0e-7c1d-7000-8000-000000000004", "patientId": "019a8f0e-7c1d-7000-8000-000000000001",
             "payerId": "019a8f0e-7c1d-7000-8000-000000000003", "memberId": "W123456789", "groupNumber": "4711", "rank": 1,
             "relationship": "child",
             "subscriber": {"lastName": "Rivera", "firstName": "Luis", "birthDate": "1956-07-02", "sex": "M",
              "address": {"line1": "12 Elm St", "line2": null, "city": "Albany", "state": "NY", "postalCode": "122070001"}},
             "effectiveFrom": "2026-01-01", "effectiveTo": null, "benefitsAssigned": true,
             "informationReleased": true, "version": 0}""";
}
