package dev.superbill.check;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.check.Databases.Snapshot;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** What was billed: the claims of encounters with their charges, and their coverages as they were told. */
final class Billed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Snapshot databases;
    private final Report report;
    private final Map<String, Account> accounts;
    private final Map<String, Long> claimed = new HashMap<>();

    Billed(Snapshot databases, Report report, Map<String, Account> accounts) {
        this.databases = databases;
        this.report = report;
        this.accounts = accounts;
    }

    /** Fills the accounts, and holds each encounter's revenue against its lines. */
    void read() {
        // of a claim and those that took its place the last counts: a withdrawn one asks for nothing
        databases.read("claims", """
            select c.practice_id, c.patient_control_number, c.encounter_id, c.payer_id, c.service_date,
              case when c.status = 'VOIDED' or c.frequency in ('VOID', '8') then 0
                else (select coalesce(sum((l ->> 'charge')::bigint), 0) from jsonb_array_elements(c.content -> 'lines') l) end,
              (select coalesce(string_agg(l ->> 'serviceDate', ','), '') from jsonb_array_elements(c.content -> 'lines') l)
            from claim c
            where c.rank = 1
              and not exists (select from claim r where r.practice_id = c.practice_id and r.replaces_id = c.id)
            """, row -> {
            Account account = account(row.getString(1), row.getString(2));
            account.firstPayer = row.getString(4);
            account.charge = row.getLong(6);
            for (String day : (row.getString(5) + "," + row.getString(7)).split(",", -1)) {
                account.days.add(day.replace("-", ""));
            }
            if (account.firstPayer != null) {
                claimed.merge(row.getString(1) + " " + row.getString(3), account.charge, Long::sum);
            }
        });
        databases.read("claims", """
            select distinct on (practice_id, told ->> 'patientControlNumber')
              practice_id, told ->> 'patientControlNumber', told ->> 'coverages'
            from (select practice_id, id, payload::jsonb as told from outbox
              where type = 'dev.superbill.claims.claim-changed.v1') events
            where jsonb_array_length(told -> 'coverages') > 0
            order by 1, 2, id desc
            """, row -> coverages(account(row.getString(1), row.getString(2)), row.getString(3)));
        databases.read(
                "payments",
                "select practice_id, control_number, payer_id, payer_rank from receivable",
                row -> account(row.getString(1), row.getString(2))
                        .known
                        .add(new Account.Payer(row.getString(3), row.getInt(4))));
        Map<String, String> selfPay = new HashMap<>();
        databases.read("claims", """
            select practice_id, told ->> 'encounterId', told ->> 'patientControlNumber'
            from (select practice_id, payload::jsonb as told from outbox
              where type = 'dev.superbill.claims.self-pay-charged.v1') events
            """, row -> selfPay.put(row.getString(1) + " " + row.getString(2), row.getString(3)));
        revenue(selfPay);
    }

    private void revenue(Map<String, String> selfPay) {
        Map<String, Long> posted = new HashMap<>();
        databases.read(
                "payments",
                "select practice_id, encounter_id, -sum(amount_cents) from posting where account = 'revenue' group by"
                        + " 1, 2",
                row -> posted.put(row.getString(1) + " " + row.getString(2), row.getLong(3)));
        databases.read("claims", """
            select practice_id, id, self_pay,
              (select coalesce(sum((l ->> 'charge')::bigint), 0) from jsonb_array_elements(coding -> 'lines') l)
            from encounter where coding is not null
            """, row -> {
            String key = row.getString(1) + " " + row.getString(2);
            long lines = row.getLong(4);
            // nothing is asked for a visit without a payer that is not the patient's either, or whose claims are
            // withdrawn
            long expected = row.getBoolean(3) || claimed.getOrDefault(key, 0L) != 0 ? lines : 0;
            String number = selfPay.get(key);
            if (row.getBoolean(3) && number != null) {
                account(row.getString(1), number).selfPay = lines;
            }
            report.compare(
                    Clause.CHARGE,
                    row.getString(1),
                    "encounter " + row.getString(2),
                    expected,
                    posted.getOrDefault(key, 0L));
            posted.remove(key);
        });
        posted.forEach((key, cents) -> {
            if (cents != 0) {
                String practice = key.substring(0, key.indexOf(' '));
                report.add(Clause.CHARGE, practice, "encounter" + key.substring(practice.length()), 0, cents);
            }
        });
    }

    private Account account(String practice, String number) {
        return accounts.computeIfAbsent(practice + " " + number, key -> new Account(practice, number));
    }

    private static void coverages(Account account, String told) {
        try {
            for (JsonNode coverage : JSON.readTree(told)) {
                account.coverages.add(new Account.Coverage(
                        coverage.path("rank").asInt(),
                        coverage.path("payerId").asText(),
                        coverage.path("payerIdentifier").asText().strip().toUpperCase(Locale.ROOT)));
            }
        } catch (JsonProcessingException e) {
            throw new CheckException("The coverages told of claim " + account.number + " are no JSON", e);
        }
    }
}
