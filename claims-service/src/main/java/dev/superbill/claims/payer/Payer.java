package dev.superbill.claims.payer;

import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A payer of the practice.
 *
 * @param payerIdentifier its id at the clearinghouse (837P NM109 of loop 2010BB, 835 TRN03 or N104)
 * @param claimFilingIndicator SBR09, such as {@code MB}, {@code CI}, {@code BL}
 * @param timelyFilingDays days from the date of service within which a claim must arrive
 */
@Schema(name = "Payer", examples = """
    {"id": "019a8f0e-7c1d-7000-8000-000000000003", "payerIdentifier": "60054", "name": "Evergreen Health",
     "claimFilingIndicator": "CI", "timelyFilingDays": 180}\
    """)
public record Payer(UUID id, String payerIdentifier, String name, String claimFilingIndicator, int timelyFilingDays) {

    /** Whether it is Medicare, part A or B, which asks for more than others. */
    public boolean ofMedicare() {
        return claimFilingIndicator.equals("MA") || claimFilingIndicator.equals("MB");
    }
}
