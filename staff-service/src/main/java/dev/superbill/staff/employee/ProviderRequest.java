package dev.superbill.staff.employee;

import dev.superbill.platform.web.PlainText;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An employee who treats patients, in short. */
@Schema(examples = ProviderRequest.EXAMPLE)
record ProviderRequest(
        @NotNull(message = "The NPI is missing") @NationalProviderIdentifier
        String npi,

        @NotNull(message = "The taxonomy is missing") @Pattern(regexp = TAXONOMY, message = NO_TAXONOMY)
        String taxonomy,

        @NotBlank(message = "The last name is missing")
        @Size(max = 60, message = "The last name has at most 60 characters")
        @PlainText
        String lastName,

        @NotBlank(message = "The first name is missing")
        @Size(max = 35, message = "The first name has at most 35 characters")
        @PlainText
        String firstName) {

    static final String TAXONOMY = "[0-9A-Z]{10}";
    static final String NO_TAXONOMY = "The taxonomy code has 10 digits and capital letters, such as 207Q00000X";

    static final String EXAMPLE = """
            {"npi": "1234567893", "taxonomy": "207Q00000X", "lastName": "Okafor", "firstName": "Ngozi"}""";

    EmployeeRequest employee() {
        return new EmployeeRequest(lastName, firstName, EmployeeRole.PHYSICIAN, npi, taxonomy, true, true, null, null);
    }
}
