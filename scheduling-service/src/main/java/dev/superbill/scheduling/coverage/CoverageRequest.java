package dev.superbill.scheduling.coverage;

import dev.superbill.platform.web.PlainText;
import dev.superbill.platform.web.Problem.Fault;
import dev.superbill.platform.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What an insurance card says.
 *
 * @param rank 1 primary, 2 secondary, 3 tertiary
 * @param subscriber whose policy it is; none where it is the patient's own
 * @param effectiveTo the last day that is covered; none while no end is known
 * @param benefitsAssigned the patient has the payer pay the practice; true when absent
 * @param informationReleased the patient has signed the release of information; true when absent
 */
@Schema(examples = CoverageRequest.EXAMPLE)
record CoverageRequest(
        @NotNull(message = "The payer is missing") UUID payerId,

        @NotBlank(message = "The member id is missing")
        @Size(min = 2, max = 80, message = "The member id has 2 to 80 characters")
        @PlainText
        String memberId,

        @Size(max = 50, message = "The group number has at most 50 characters") @PlainText @Nullable
        String groupNumber,

        @NotNull(message = "The rank is missing")
        @Min(value = 1, message = "The rank is 1, 2 or 3")
        @Max(value = 3, message = "The rank is 1, 2 or 3")
        Integer rank,

        @NotNull(message = "The relationship is missing") Relationship relationship,
        @Valid @Nullable Subscriber subscriber,

        @NotNull(message = "The first covered day is missing")
        LocalDate effectiveFrom,

        @Nullable LocalDate effectiveTo,
        @Nullable Boolean benefitsAssigned,
        @Nullable Boolean informationReleased) {

    static final String EXAMPLE = """
            {"payerId": "019a8f0e-7c1d-7000-8000-000000000003", "memberId": "W123456789", "groupNumber": "4711", "rank": 1,
             "relationship": "child",
             "subscriber": {"lastName": "Rivera", "firstName": "Luis", "birthDate": "1956-07-02", "sex": "M",
              "address": {"line1": "12 Elm St", "city": "Albany", "state": "NY", "postalCode": "122070001"}},
             "effectiveFrom": "2026-01-01", "effectiveTo": null, "benefitsAssigned": true, "informationReleased": true}""";

    /**
     * Refuses what the single fields cannot tell.
     *
     * @throws ProblemException 400 naming the fields
     */
    CoverageRequest checked() {
        List<Fault> faults = new ArrayList<>();
        if (effectiveTo != null && effectiveTo.isBefore(effectiveFrom)) {
            faults.add(Fault.ofField(
                    "effectiveTo", "The coverage ends before it begins", "Give its last covered day, or none"));
        }
        if (relationship != Relationship.SELF && subscriber == null) {
            faults.add(Fault.ofField(
                    "subscriber",
                    "The subscriber is missing",
                    "Say whose policy it is, or make the relationship self"));
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(400, "INVALID_REQUEST", faults);
        }
        return this;
    }
}
