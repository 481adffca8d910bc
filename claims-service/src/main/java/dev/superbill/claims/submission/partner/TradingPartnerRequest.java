package dev.superbill.claims.submission.partner;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A trading partner to be made or changed; the fields are those of {@link TradingPartnerView}.
 *
 * @param receiverQualifier {@code ZZ} when absent
 * @param submitterQualifier {@code ZZ} when absent
 * @param expectsTa1 false when absent
 * @param usageIndicator {@code T} when absent
 * @param payerIds none when absent
 */
record TradingPartnerRequest(
        @NotBlank(message = "The name is missing")
        @Size(max = 60, message = "The name has at most 60 characters (NM103)")
        @Pattern(regexp = TradingPartnerRequest.PRINTABLE, message = TradingPartnerRequest.NOT_PRINTABLE)
        String name,

        @NotBlank(message = "The receiver's id is missing")
        @Size(max = 15, message = "The receiver's id has at most 15 characters (ISA08)")
        @Pattern(regexp = TradingPartnerRequest.ID, message = TradingPartnerRequest.NOT_AN_ID)
        String receiverId,

        @Pattern(regexp = TradingPartnerRequest.QUALIFIER, message = TradingPartnerRequest.NOT_A_QUALIFIER) @Nullable
        String receiverQualifier,

        @NotBlank(message = "The submitter's id is missing")
        @Size(max = 15, message = "The submitter's id has at most 15 characters (ISA06)")
        @Pattern(regexp = TradingPartnerRequest.ID, message = TradingPartnerRequest.NOT_AN_ID)
        String submitterId,

        @Pattern(regexp = TradingPartnerRequest.QUALIFIER, message = TradingPartnerRequest.NOT_A_QUALIFIER) @Nullable
        String submitterQualifier,

        @NotBlank(message = "The host is missing")
        @Size(max = 255, message = "The host has at most 255 characters")
        @Pattern(regexp = "[A-Za-z0-9.:_%-]+", message = "The host is a name or an IP address, without a port")
        String host,

        @NotNull(message = "The port is missing")
        @Min(value = 1, message = "The port is between 1 and 65535")
        @Max(value = 65_535, message = "The port is between 1 and 65535")
        Integer port,

        @NotBlank(message = "The host key is missing")
        @Size(max = 2_000, message = "The host key has at most 2000 characters")
        String hostKey,

        @NotBlank(message = "The outbound folder is missing")
        @Size(max = 255, message = "The outbound folder has at most 255 characters")
        @Pattern(regexp = TradingPartnerRequest.PRINTABLE, message = TradingPartnerRequest.NOT_PRINTABLE)
        String outboundFolder,

        @NotBlank(message = "The inbound folder is missing")
        @Size(max = 255, message = "The inbound folder has at most 255 characters")
        @Pattern(regexp = TradingPartnerRequest.PRINTABLE, message = TradingPartnerRequest.NOT_PRINTABLE)
        String inboundFolder,

        @Nullable Boolean expectsTa1,
        @Nullable UsageIndicator usageIndicator,

        @Size(max = 10_000, message = "At most 10000 payers") @Nullable
        List<@NotNull(message = "A payer id is null") UUID> payerIds) {

    /** The qualifier of an id that the two sides have agreed upon. */
    static final String MUTUAL = "ZZ";

    static final String PRINTABLE = "\\P{Cntrl}*";
    static final String NOT_PRINTABLE = "Control characters are not allowed";
    /** Ids become elements of the ISA, which have to be free of delimiters, and a user's name. */
    static final String ID = "[A-Za-z0-9][A-Za-z0-9 ._@-]*";

    static final String NOT_AN_ID = "The id has letters, digits, space, dot, underscore, at sign and hyphen";
    static final String QUALIFIER = "[A-Z0-9]{2}";
    static final String NOT_A_QUALIFIER = "The qualifier has two characters, such as ZZ or 30";

    static final String EXAMPLE = """
            {
              "name": "Clearwater Clearinghouse",
              "receiverId": "CLEARWATER",
              "receiverQualifier": "ZZ",
              "submitterId": "MAPLE01",
              "submitterQualifier": "ZZ",
              "host": "127.0.0.1",
              "port": 12222,
              "hostKey": "SHA256:uNiVztksCsDhcc0u9e8BrRAlQ8QkUdC0yYpMvfLpZVg",
              "outboundFolder": "outbound",
              "inboundFolder": "inbound",
              "expectsTa1": true,
              "usageIndicator": "T"
            }
            """;
}
