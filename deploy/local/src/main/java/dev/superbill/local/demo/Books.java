package dev.superbill.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.client.Api;
import dev.superbill.local.client.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Reads the ledger and the remittances, and says where they do not agree. */
final class Books {

    /**
     * The books and the remittances of one moment.
     *
     * @param still whether nothing was posted while they were read: only then must they agree
     */
    record View(
            List<JsonNode> remittances, JsonNode trialBalance, long agedByPayer, long agedByPatient, boolean still) {

        /** The balance of an account in cents, debit positive. */
        long balance(String account) {
            for (JsonNode one : trialBalance.path("accounts")) {
                if (one.path("code").asText().equals(account)) {
                    return one.path("balanceCents").asLong();
                }
            }
            return 0;
        }

        private boolean isUnderWay() {
            return remittances.stream()
                    .anyMatch(remittance ->
                            UNDER_WAY.contains(remittance.path("status").asText()));
        }
    }

    /** A remittance with one of these is not done with yet. */
    static final Set<String> UNDER_WAY = Set.of("RECEIVED", "POSTING");

    private static final Set<String> ON_THE_BOOKS = Set.of("POSTED", "PARTLY_POSTED");

    /** Longer than the pause between two looks into the clearinghouse's folder. */
    private static final Duration QUIET = Duration.ofSeconds(5);

    private static final Duration QUIET_COMES = Duration.ofSeconds(60);
    private static final Duration STILLNESS_COMES = Duration.ofSeconds(150);

    private final Api api;

    Books(Api api) {
        this.api = api;
    }

    JsonNode trialBalance() {
        return api.get(Practice.BILLING_MANAGER, "/ledger/trial-balance");
    }

    /**
     * Reads all of it as of one moment. Other people may post at the same time, so it waits until nothing has come for a
     * while, and reads again whenever something was posted during the reading.
     */
    View view() {
        long start = System.nanoTime();
        View view = read();
        long unchangedSince = start;
        while (true) {
            long now = System.nanoTime();
            boolean quiet = now - unchangedSince > QUIET.toNanos() || now - start > QUIET_COMES.toNanos();
            boolean settled = view.still() && !view.isUnderWay();
            if ((settled && quiet) || now - start > STILLNESS_COMES.toNanos()) {
                return view;
            }
            Waiting.aMoment();
            View next = read();
            if (!settled || !next.equals(view)) {
                unchangedSince = now;
            }
            view = next;
        }
    }

    /** What was there before the books were read must be the same after it. */
    private View read() {
        List<JsonNode> remittances = remittances();
        JsonNode before = trialBalance();
        long byPayer = aged("payer");
        long byPatient = aged("patient");
        JsonNode after = trialBalance();
        boolean still = before.equals(after) && remittances.equals(remittances());
        return new View(remittances, after, byPayer, byPatient, still);
    }

    private List<JsonNode> remittances() {
        return api.all(Practice.BILLER, "/remittances").stream()
                .map(remittance -> api.get(
                        Practice.BILLER, "/remittances/" + remittance.path("id").asText()))
                .toList();
    }

    private long aged(String by) {
        return api.get(Practice.BILLING_MANAGER, "/reports/aging?by=" + by)
                .path("totalCents")
                .asLong();
    }

    List<JsonNode> openExceptions() {
        return api.all(Practice.BILLING_MANAGER, "/exceptions?status=OPEN");
    }

    /** What does not agree, in words; empty when everything does. */
    List<String> disagreements(View view, Collection<JsonNode> claims) {
        List<String> found = new ArrayList<>();
        JsonNode books = view.trialBalance();
        if (books.path("debitCents").asLong() != books.path("creditCents").asLong()) {
            found.add("the trial balance is off: debit "
                    + Story.dollars(books.path("debitCents").asLong()) + ", credit "
                    + Story.dollars(books.path("creditCents").asLong()));
        }
        long deposits = 0;
        for (JsonNode remittance : view.remittances()) {
            for (JsonNode transaction : remittance.path("transactions")) {
                deposits += check(remittance, transaction, found);
            }
        }
        long cleared = view.balance("clearing") + view.balance("bank");
        if (cleared != deposits) {
            found.add("clearing and bank hold " + Story.dollars(cleared) + " but " + Story.dollars(deposits)
                    + " came in");
        }
        checkAging("payer", view.agedByPayer(), view.balance("ar.payer"), found);
        checkAging("patient", view.agedByPatient(), view.balance("ar.patient"), found);
        if (!found.isEmpty() && !view.still()) {
            found.add("something was posted whenever the books were read, so this may be no fault: run it again");
        }
        claims.stream()
                .map(claim -> claim.path("encounterId").asText())
                .distinct()
                .forEach(encounter -> check(encounter, found));
        return found;
    }

    private static void checkAging(String by, long aged, long owed, List<String> found) {
        if (aged != owed) {
            found.add("aging by " + by + " shows " + Story.dollars(aged) + ", the ledger " + Story.dollars(owed));
        }
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
