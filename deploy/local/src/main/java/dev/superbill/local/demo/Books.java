package dev.superbill.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Reads the ledger and the remittances, and says where they do not agree. */
final class Books {

    private static final Set<String> ON_THE_BOOKS = Set.of("POSTED", "PARTLY_POSTED");

    private final Api api;

    Books(Api api) {
        this.api = api;
    }

    JsonNode trialBalance() {
        return api.get(Practice.BILLING_MANAGER, "/ledger/trial-balance");
    }

    List<JsonNode> remittances() {
        return api.all(Practice.BILLER, "/remittances").stream()
                .map(remittance -> api.get(
                        Practice.BILLER, "/remittances/" + remittance.path("id").asText()))
                .toList();
    }

    List<JsonNode> openExceptions() {
        return api.all(Practice.BILLING_MANAGER, "/exceptions?status=OPEN");
    }

    /** The balance of an account in cents, debit positive. */
    static long balance(JsonNode trialBalance, String account) {
        for (JsonNode one : trialBalance.path("accounts")) {
            if (one.path("code").asText().equals(account)) {
                return one.path("balanceCents").asLong();
            }
        }
        return 0;
    }

    /** What does not agree, in words; empty when everything does. */
    List<String> disagreements(Collection<JsonNode> remittances, Collection<JsonNode> claims) {
        List<String> found = new ArrayList<>();
        JsonNode books = trialBalance();
        if (books.path("debitCents").asLong() != books.path("creditCents").asLong()) {
            found.add("the trial balance is off: debit "
                    + Story.dollars(books.path("debitCents").asLong()) + ", credit "
                    + Story.dollars(books.path("creditCents").asLong()));
        }
        long deposits = 0;
        for (JsonNode remittance : remittances) {
            for (JsonNode transaction : remittance.path("transactions")) {
                deposits += check(remittance, transaction, found);
            }
        }
        long cleared = balance(books, "clearing") + balance(books, "bank");
        if (cleared != deposits) {
            found.add("clearing and bank hold " + Story.dollars(cleared) + " but " + Story.dollars(deposits)
                    + " came in");
        }
        for (String by : List.of("payer", "patient")) {
            long aged = api.get(Practice.BILLING_MANAGER, "/reports/aging?by=" + by)
                    .path("totalCents")
                    .asLong();
            long owed = balance(books, "ar." + by);
            if (aged != owed) {
                found.add("aging by " + by + " shows " + Story.dollars(aged) + ", the ledger " + Story.dollars(owed));
            }
        }
        claims.stream()
                .map(claim -> claim.path("encounterId").asText())
                .distinct()
                .forEach(encounter -> check(encounter, found));
        return found;
    }

    /** The deposit of a transaction that is on the books. */
    private static long check(JsonNode remittance, JsonNode transaction, List<String> found) {
        if (!ON_THE_BOOKS.contains(transaction.path("status").asText())) {
            return 0;
        }
        long paid = transaction.path("paymentCents").asLong();
        long claims = transaction.path("claimPaymentsCents").asLong();
        long adjustments = transaction.path("providerAdjustmentsCents").asLong();
        if (claims - adjustments != paid) {
            found.add("remittance %s, transaction %s: claims %s less adjustments %s are not the payment %s"
                    .formatted(
                            remittance.path("id").asText(),
                            transaction.path("ordinal").asText(),
                            Story.dollars(claims),
                            Story.dollars(adjustments),
                            Story.dollars(paid)));
        }
        return paid;
    }

    /** What was charged for a visit is paid, written off, or still owed by somebody; and its claims told the same charge. */
    private void check(String encounterId, List<String> found) {
        JsonNode account = api.get(Practice.BILLING_MANAGER, "/accounts/" + encounterId);
        long charged = account.path("chargeCents").asLong();
        long accounted = account.path("paidCents").asLong()
                + account.path("adjustedCents").asLong()
                + account.path("payerBalanceCents").asLong()
                + account.path("patientBalanceCents").asLong();
        if (charged != accounted) {
            found.add("encounter %s: charged %s, accounted for %s"
                    .formatted(encounterId, Story.dollars(charged), Story.dollars(accounted)));
        }
    }
}
