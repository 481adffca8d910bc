package dev.superbill.staff.credential;

import dev.superbill.platform.web.PlainText;
import dev.superbill.platform.web.ProblemException;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What a certificate says.
 *
 * @param state where it is valid; absent where it is valid everywhere
 * @param validTo the last day on which it is valid; absent where it does not expire
 */
@Schema(examples = CredentialRequest.EXAMPLE)
record CredentialRequest(
        @NotNull(message = "The employee is missing") UUID employeeId,
        @NotNull(message = "The kind is missing") CredentialKind kind,

        @Size(max = 60, message = "The number has at most 60 characters") @PlainText @Nullable
        String number,

        @Pattern(regexp = "[A-Z]{2}", message = "The state has two capital letters, such as NY") @Nullable
        String state,

        @NotNull(message = "The first valid day is missing") LocalDate validFrom,
        @Nullable LocalDate validTo) {

    static final String EXAMPLE = """
            {"employeeId": "019a8f0e-7c1d-7000-8000-000000000002", "kind": "LICENSE", "number": "298411", "state": "NY",
             "validFrom": "2024-07-01", "validTo": "2027-06-30"}""";

    /**
     * Refuses what the single fields cannot tell.
     *
     * @throws ProblemException 400 when it ends before it begins
     */
    CredentialRequest checked() {
        if (validTo != null && validTo.isBefore(validFrom)) {
            throw ProblemException.badRequest(
                    "validTo", "The credential ends before it begins", "Give its last valid day, or none");
        }
        return this;
    }
}
