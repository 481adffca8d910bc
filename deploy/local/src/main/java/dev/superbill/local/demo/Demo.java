package dev.superbill.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.client.Api;
import dev.superbill.local.client.Parallel;
import dev.superbill.local.demo.Visits.Visit;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A practice's day from its first booking to a trial balance. Everything goes through the public API; the clearinghouse
 * works on its own and is only watched.
 */
final class Demo {

    /**
     * How large a day.
     *
     * @param visits visits booked
     * @param patients patients registered
     * @param seed of everything that is invented
     */
    record Size(int visits, int patients, long seed) {}

    private static final int PROVIDERS = 6;
    private static final int CLIENTS = 8;
    private static final Duration PAYMENT_TAKES = Duration.ofSeconds(150);
    private static final Set<String> UNPAID = Set.of("BATCHED", "SENT", "RECEIVED", "ACCEPTED", "REVERSED_PENDING");

    private final Api api;
    private final Story story;
    private final Clearinghouse clearinghouse;
    private final Size size;

    Demo(Api api, Story story, Clearinghouse clearinghouse, Size size) {
        this.api = api;
        this.story = story;
        this.clearinghouse = clearinghouse;
        this.size = size;
    }

    /**
     * Runs the day.
     *
     * @param today the practice's date
     * @return what does not agree at its end; empty when everything does
     */
    List<String> run(LocalDate today) {
        try (Parallel parallel = new Parallel(CLIENTS)) {
            People people = new People(new SplittableRandom(size.seed()));
            Practice practice = open(people, parallel);
            Visits frontDesk = new Visits(api, practice);
            List<Visit> visits = visits(frontDesk, frontDesk.openDay(today), parallel);
            Set<String> claims = code(frontDesk, visits, new Coding(people), parallel);
            Billing billing = new Billing(api, parallel);
            send(billing, claims);
            return settle(billing, claims);
        }
    }

    private Practice open(People people, Parallel parallel) {
        story.chapter("The practice opens");
        Practice practice = new Practice(api, people);
        practice.describe();
        practice.hireProviders(PROVIDERS);
        practice.contractWithPayers();
        practice.connect(clearinghouse);
        practice.registerPatients(size.patients(), parallel);
        story.tell(
                "Maple Family Medicine: %d providers, %d patients, 5 payers, one clearinghouse over SFTP",
                practice.providers().size(), practice.patients().size());
        return practice;
    }

    private List<Visit> visits(Visits frontDesk, Visits.Day day, Parallel parallel) {
        story.chapter("The day of " + day.date());
        List<Visit> visits = frontDesk.happen(day, size.visits(), parallel);
        story.tell(
                "%d visits booked, %d came and were checked out, %d did not come",
                size.visits(), visits.size(), size.visits() - visits.size());
        story.line("%s", String.join(", ", frontDesk.byProvider(visits)));
        story.tell(
                frontDesk.refusesADoubleBooking(day.date())
                        ? "A second booking of a taken slot was refused"
                        : "A second booking of a taken slot was NOT refused");
        return visits;
    }

    private Set<String> code(Visits frontDesk, List<Visit> visits, Coding coding, Parallel parallel) {
        story.chapter("Coding and scrubbing");
        Map<String, String> encounters = frontDesk.toCode(visits);
        story.tell("%d checked-out visits arrived as encounters to code", encounters.size());
        List<Map<String, Object>> coded = new ArrayList<>();
        visits.forEach(visit -> coded.add(coding.code(visit, Coding.slips(visit))));
        Set<String> claims = new LinkedHashSet<>();
        parallel.map(visits.size(), i -> complete(encounters, visits.get(i), coded.get(i)))
                .forEach(claims::addAll);
        Billing billing = new Billing(api, parallel);
        tellScrubbing(billing.claims(claims));
        List<Visit> slips = visits.stream().filter(Coding::slips).toList();
        List<Map<String, Object>> mended =
                slips.stream().map(visit -> coding.code(visit, false)).toList();
        parallel.map(slips.size(), i -> complete(encounters, slips.get(i), mended.get(i)))
                .forEach(claims::addAll);
        List<JsonNode> after = billing.claims(claims);
        story.tell("The coder mended %d slips: %s", slips.size(), Billing.byStatus(after));
        return claims;
    }

    private List<String> complete(Map<String, String> encounters, Visit visit, Map<String, Object> coded) {
        String id = encounters.get(visit.appointmentId());
        JsonNode answer = id == null
                ? api.post(Practice.BILLER, "/encounters", coded)
                : api.put(Practice.BILLER, "/encounters/" + id, coded);
        List<String> claimIds = new ArrayList<>();
        answer.path("claimIds").forEach(claim -> claimIds.add(claim.asText()));
        return claimIds;
    }

    private void tellScrubbing(Collection<JsonNode> claims) {
        story.tell("The scrubber looked at %d claims: %s", claims.size(), Billing.byStatus(claims));
        Map<String, Integer> reasons = new TreeMap<>();
        claims.stream()
                .filter(claim -> claim.path("status").asText().equals("HELD"))
                .forEach(claim -> claim.path("edits").forEach(edit -> {
                    if (edit.path("severity").asText().equals("ERROR")) {
                        reasons.merge(
                                edit.path("code").asText() + " "
                                        + edit.path("message").asText(),
                                1,
                                Integer::sum);
                    }
                }));
        reasons.forEach((reason, count) -> story.line("held %d × %s", count, reason));
    }

    private void send(Billing billing, Set<String> claims) {
        story.chapter("To the clearinghouse");
        sendBatch(billing);
        List<JsonNode> answered = billing.awaitAnswers(claims);
        story.tell("TA1, 999 and 277CA came back: %s", Billing.byStatus(answered));
        List<JsonNode> rejected = answered.stream()
                .filter(claim -> claim.path("status").asText().equals("REJECTED"))
                .toList();
        rejected.stream()
                .limit(3)
                .forEach(claim -> story.line(
                        "rejected %s: %s", claim.path("patientControlNumber").asText(), lastReason(claim)));
        if (!rejected.isEmpty()) {
            int corrected = correct(rejected);
            story.tell("%d rejected claims were corrected and sent again", corrected);
            sendBatch(billing);
            story.tell("And answered: %s", Billing.byStatus(billing.awaitAnswers(claims)));
        }
    }

    private void sendBatch(Billing billing) {
        String id = billing.batch().path("id").asText();
        JsonNode sent = billing.awaitSent(id);
        story.tell(
                "Batch %s with %d claims is on the SFTP server as interchange %s",
                sent.path("status").asText(),
                sent.path("claimIds").size(),
                sent.path("interchangeControlNumber").asText());
    }

    /** The payer did not know the member id: the front desk asks for the card again. */
    private int correct(List<JsonNode> rejected) {
        int corrected = 0;
        for (JsonNode claim : rejected) {
            String patient = claim.path("patientId").asText();
            for (JsonNode coverage : api.all(Practice.FRONT_DESK, "/patients/" + patient + "/coverages")) {
                if (coverage.path("memberId").asText().startsWith("UNK")) {
                    Map<String, Object> mended = new TreeMap<>();
                    for (String field : List.of("payerId", "rank", "relationship", "effectiveFrom")) {
                        mended.put(field, coverage.path(field));
                    }
                    mended.put(
                            "memberId", "W" + coverage.path("memberId").asText().substring(3));
                    api.put(
                            Practice.FRONT_DESK,
                            "/patients/" + patient + "/coverages/"
                                    + coverage.path("id").asText(),
                            mended);
                    corrected++;
                }
            }
        }
        // a biller says that a rejected claim is mended; only then it is scrubbed for another batch
        rejected.forEach(
                claim -> api.post(Practice.BILLER, "/claims/" + claim.path("id").asText() + "/scrub", Map.of()));
        return corrected;
    }

    private static String lastReason(JsonNode claim) {
        JsonNode history = claim.path("history");
        return history.isEmpty()
                ? ""
                : history.get(history.size() - 1).path("reason").asText();
    }

    private List<String> settle(Billing billing, Set<String> claims) {
        story.chapter("The payers decide");
        List<JsonNode> settled = billing.await(claims, UNPAID, PAYMENT_TAKES);
        story.tell("Adjudicated: %s", Billing.byStatus(settled));
        clearinghouse.awaitNothingToDeliver();
        Books books = new Books(api);
        Books.View view = books.view();
        tellRemittances(view.remittances());
        tellBooks(view.trialBalance(), books.openExceptions());
        List<String> disagreements = books.disagreements(view, billing.claims(claims));
        if (settled.stream()
                .noneMatch(claim -> claim.path("status").asText().equals("ADJUDICATED")
                        || claim.path("status").asText().equals("CLOSED"))) {
            disagreements.add("no claim was adjudicated");
        }
        story.chapter(disagreements.isEmpty() ? "Everything agrees to the cent" : "This does not agree");
        disagreements.forEach(one -> story.line("%s", one));
        return disagreements;
    }

    private void tellRemittances(List<JsonNode> remittances) {
        long deposits = 0;
        Map<String, Long> statuses = new TreeMap<>();
        Map<String, Long> adjustments = new TreeMap<>();
        for (JsonNode remittance : remittances) {
            for (JsonNode transaction : remittance.path("transactions")) {
                statuses.merge(transaction.path("status").asText(), 1L, Long::sum);
                deposits += transaction.path("paymentCents").asLong();
                transaction
                        .path("providerAdjustments")
                        .forEach(adjustment -> adjustments.merge(
                                "PLB " + adjustment.path("reasonCode").asText(),
                                adjustment.path("amountCents").asLong(),
                                Long::sum));
            }
        }
        story.tell("%d remittances, payments of %s: %s", remittances.size(), Story.dollars(deposits), statuses);
        adjustments.forEach((code, cents) -> story.line("%s %s", code, Story.dollars(cents)));
    }

    private void tellBooks(JsonNode trialBalance, List<JsonNode> exceptions) {
        story.chapter("Trial balance");
        for (JsonNode account : trialBalance.path("accounts")) {
            story.line(
                    "%-28s %14s %14s",
                    account.path("code").asText(),
                    Story.dollars(account.path("debitCents").asLong()),
                    Story.dollars(account.path("creditCents").asLong()));
        }
        story.line(
                "%-28s %14s %14s",
                "total",
                Story.dollars(trialBalance.path("debitCents").asLong()),
                Story.dollars(trialBalance.path("creditCents").asLong()));
        if (!exceptions.isEmpty()) {
            Map<String, Long> kinds = new TreeMap<>();
            exceptions.forEach(one -> kinds.merge(one.path("kind").asText().toLowerCase(Locale.ROOT), 1L, Long::sum));
            story.tell("Exceptions that wait for a person: %s", kinds);
        }
    }
}
