package dev.superbill.staff.employee;

import dev.superbill.platform.web.PlainText;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the practice takes down of somebody who works for it.
 *
 * @param npi of those who have one
 * @param taxonomy the NUCC's code of the speciality
 * @param treatsPatients whether patients can be booked with the person
 * @param active whether the person works here now; yes when absent
 */
@Schema(examples = EmployeeRequest.EXAMPLE)
record EmployeeRequest(
        @NotBlank(message = "The last name is missing")
        @Size(max = 60, message = "The last name has at most 60 characters")
        @PlainText
        String lastName,

        @NotBlank(message = "The first name is missing")
        @Size(max = 35, message = "The first name has at most 35 characters")
        @PlainText
        String firstName,

        @NotNull(message = "The role is missing") EmployeeRole role,
        @NationalProviderIdentifier @Nullable String npi,

        @Pattern(regexp = ProviderRequest.TAXONOMY, message = ProviderRequest.NO_TAXONOMY) @Nullable
        String taxonomy,

        boolean treatsPatients,
        @Nullable Boolean active,

        @Pattern(regexp = "[0-9+(). x-]{7,30}", message = "The phone number has 7 to 30 digits and + ( ) . - x")
        @Nullable
        String phone,

        @Email(message = "The e-mail address is malformed")
        @Size(max = 254, message = "The e-mail address has at most 254 characters")
        @Nullable
        String email) {

    static final String EXAMPLE = """
            {"lastName": "Lindqvist", "firstName": "Karin", "role": "NURSE", "treatsPatients": false,
             "phone": "518-555-0170", "email": "karin@example.org"}""";
}
