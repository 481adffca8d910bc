package dev.superbill.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * All that the practice knows of a patient's account.
 *
 * @param patient from scheduling-service
 * @param coverages from scheduling-service
 * @param visits the patient's appointments
 * @param claims from claims-service
 * @param balance what payers and the patient owe, in cents
 * @param missing the services that did not answer
 */
@Schema(examples = AccountView.EXAMPLE)
record AccountView(
        @Nullable JsonNode patient,
        JsonNode coverages,
        JsonNode visits,
        JsonNode claims,
        @Nullable Balance balance,
        List<String> missing) {

    static final String EXAMPLE = """
            {"patient": {"id": "019a8f0e-7c1d-7000-8000-000000000001", "lastName": "Rivera", "firstName": "Ana"},
             "coverages": [{"id": "019a8f0e-7c1d-7000-8000-000000000004", "rank": 1, "memberId": "W123456789"}],
             "visits": [{"id": "019a8f0e-7c1d-7000-8000-000000000005", "status": "CHECKED_OUT", "date": "2026-11-24"}],
             "claims": [{"id": "019a8f0e-7c1d-7000-8000-00000000000a", "status": "PAID", "chargeCents": 19000}],
             "balance": {"payerCents": 0, "patientCents": 4300}, "missing": []}""";

    record Balance(long payerCents, long patientCents) {}
}
