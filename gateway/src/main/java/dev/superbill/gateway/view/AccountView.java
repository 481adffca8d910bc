package dev.superbill.gateway.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
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
record AccountView(
        @Nullable JsonNode patient,
        JsonNode coverages,
        JsonNode visits,
        JsonNode claims,
        @Nullable Balance balance,
        List<String> missing) {

    record Balance(long payerCents, long patientCents) {}
}
