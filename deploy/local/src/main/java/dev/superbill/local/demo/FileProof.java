package dev.superbill.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.client.Api;
import dev.superbill.local.client.ApiException;
import dev.superbill.local.client.Waiting;
import java.nio.file.Path;
import java.time.Duration;

/** Posts one 835 and prints what was proven of it. */
final class FileProof {

    private final Api api;
    private final Story story;

    FileProof(Api api, Story story) {
        this.api = api;
        this.story = story;
    }

    /**
     * Uploads the file and waits until it is done with.
     *
     * @return 0 when it was read, whatever became of its transactions; 1 when it is no 835
     */
    int post(Path file) {
        story.chapter("Remittance " + file.getFileName());
        String id;
        try {
            id = api.upload(Practice.BILLER, "/remittances", file).path("id").asText();
        } catch (ApiException e) {
            story.tell("%s", String.valueOf(e.getMessage()));
            return 1;
        }
        JsonNode remittance = awaitEnd(id);
        story.tell(
                "%s, %d bytes, sha256 %s",
                remittance.path("status").asText(),
                remittance.path("bytes").asLong(),
                remittance.path("sha256").asText());
        remittance.path("transactions").forEach(this::tell);
        for (JsonNode claim : api.all(Practice.BILLER, "/remittances/" + id + "/claims")) {
            story.line(
                    "claim %s/%s %-20s %12s − adjusted %12s = paid %12s  %s %s",
                    claim.path("transaction").asText(),
                    claim.path("ordinal").asText(),
                    claim.path("patientControlNumber").asText(),
                    Story.dollars(claim.path("chargeCents").asLong()),
                    Story.dollars(claim.path("adjustmentsCents").asLong()),
                    Story.dollars(claim.path("paidCents").asLong()),
                    claim.path("balanced").asBoolean() ? "proven" : "OUT OF BALANCE",
                    claim.path("outcome").asText());
            tellReasons(claim);
        }
        JsonNode books = new Books(api).trialBalance();
        story.tell(
                "Trial balance: debit %s, credit %s",
                Story.dollars(books.path("debitCents").asLong()),
                Story.dollars(books.path("creditCents").asLong()));
        return books.path("debitCents").asLong() == books.path("creditCents").asLong() ? 0 : 1;
    }

    private JsonNode awaitEnd(String id) {
        Waiting.until(
                Duration.ofMinutes(10),
                () -> !Books.UNDER_WAY.contains(find(id).path("status").asText()));
        return find(id);
    }

    private JsonNode find(String id) {
        return api.get(Practice.BILLER, "/remittances/" + id);
    }

    private void tell(JsonNode transaction) {
        story.line(
                "transaction %s, trace %s: claims %s − provider adjustments %s = payment %s  %s %s",
                transaction.path("ordinal").asText(),
                transaction.path("traceNumber").asText(),
                Story.dollars(transaction.path("claimPaymentsCents").asLong()),
                Story.dollars(transaction.path("providerAdjustmentsCents").asLong()),
                Story.dollars(transaction.path("paymentCents").asLong()),
                transaction.path("balanced").asBoolean() ? "proven" : "OUT OF BALANCE",
                transaction.path("status").asText());
        tellReasons(transaction);
    }

    private void tellReasons(JsonNode of) {
        of.path("reasons")
                .forEach(reason -> story.line(
                        "  %s: %s",
                        reason.path("code").asText(), reason.path("message").asText()));
    }
}
