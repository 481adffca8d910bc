package dev.superbill.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.local.client.Api;
import dev.superbill.local.client.Parallel;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/** A practice that exists for one measurement, made through the public API: a provider, a payer, patients with coverages. */
final class Clinic {

    static final String NPI = "1234567893";
    static final String TAX_ID = "371234567";
    private static final String PROVIDER_NPI = "1234567802";
    private static final int CLIENTS = 8;
    private static final int DAYS = 300;
    private static final List<String> VISITS = List.of("99212", "99213", "99214", "99215");

    /** Nobody listens there: what is batched is written and kept, and not sent. */
    private static final int NOWHERE = 9;

    private final Api api;
    private final String name;
    private final List<String> patients = new ArrayList<>();
    private String providerId = "";
    private String payerId = "";
    private long taken;

    private Clinic(Api api, String name) {
        this.api = api;
        this.name = name;
    }

    /**
     * Opens it.
     *
     * @param name of the practice and of the user who does everything in it
     * @param hostKey any host key in OpenSSH's form
     */
    static Clinic open(Api api, Users users, String name, int patients, String hostKey) {
        users.make(name);
        Clinic clinic = new Clinic(api, name);
        clinic.furnish(hostKey);
        try (Parallel parallel = new Parallel(CLIENTS)) {
            clinic.patients.addAll(parallel.map(patients, clinic::patient));
        }
        return clinic;
    }

    /** Of the practice, and of its user. */
    String name() {
        return name;
    }

    private void furnish(String hostKey) {
        Map<String, Object> address =
                Map.of("line1", "1 Bench Street", "city", "Springfield", "state", "IL", "postalCode", "627011234");
        api.put(
                name,
                "/practice",
                Map.of(
                        "name", "Bench Clinic",
                        "npi", NPI,
                        "taxId", TAX_ID,
                        "taxonomy", "207Q00000X",
                        "address", address,
                        "payTo", address,
                        "contact", Map.of("name", "Billing Office", "phone", "2175550100")));
        payerId = id(api.post(
                name,
                "/payers",
                Map.of(
                        "payerIdentifier", "60054",
                        "name", "Northern Health Plan",
                        "claimFilingIndicator", "CI",
                        "timelyFilingDays", 3650)));
        providerId = id(api.post(
                name,
                "/providers",
                Map.of("npi", PROVIDER_NPI, "taxonomy", "207Q00000X", "lastName", "Bench", "firstName", "Ada")));
        Map<String, Object> partner = new LinkedHashMap<>();
        partner.put("name", "Nobody");
        partner.put("receiverId", "NOBODY");
        partner.put("receiverQualifier", "ZZ");
        partner.put("submitterId", "BENCH");
        partner.put("submitterQualifier", "ZZ");
        partner.put("host", "127.0.0.1");
        partner.put("port", NOWHERE);
        partner.put("hostKey", hostKey);
        partner.put("outboundFolder", "outbound");
        partner.put("inboundFolder", "inbound");
        partner.put("expectsTa1", true);
        partner.put("usageIndicator", "T");
        api.post(name, "/trading-partners", partner);
    }

    /** Registers one more person, who has no coverage; the id. */
    String register(int number) {
        Map<String, Object> patient = new LinkedHashMap<>();
        patient.put("lastName", "Patient");
        patient.put("firstName", "Number " + (char) ('A' + number % 26));
        patient.put(
                "birthDate", LocalDate.of(1940, 1, 1).plusDays(number % 20_000).toString());
        patient.put("sex", number % 2 == 0 ? "F" : "M");
        patient.put(
                "address",
                Map.of("line1", number + " Oak Street", "city", "Springfield", "state", "IL", "postalCode", "62701"));
        return id(api.post(name, "/patients", patient));
    }

    private String patient(int number) {
        String id = register(number);
        Map<String, Object> coverage = new LinkedHashMap<>();
        coverage.put("payerId", payerId);
        coverage.put("memberId", "W%08d".formatted(number + 1));
        coverage.put("rank", 1);
        coverage.put("relationship", "self");
        coverage.put("effectiveFrom", "2015-01-01");
        api.post(name, "/patients/" + id + "/coverages", coverage);
        return id;
    }

    /** Writes so many visits, none like another, as JSON lines. */
    Path encounters(int count) throws IOException {
        ObjectMapper json = new ObjectMapper();
        LocalDate today = LocalDate.now(ZoneOffset.UTC).minusDays(2);
        Path file = Files.createTempFile("superbill-bench", ".ndjson");
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            for (int i = 0; i < count; i++) {
                long number = taken++;
                long visit = number / patients.size();
                String date = today.minusDays(visit % DAYS).toString();
                Map<String, Object> encounter = new LinkedHashMap<>();
                encounter.put("externalId", "bench-" + number);
                encounter.put("patientId", patients.get((int) (number % patients.size())));
                encounter.put("renderingProviderId", providerId);
                encounter.put("serviceDate", date);
                encounter.put("placeOfService", "11");
                encounter.put("diagnoses", List.of("E119", "I10"));
                encounter.put(
                        "lines",
                        List.of(
                                line(VISITS.get((int) (visit / DAYS % VISITS.size())), 14_500, date),
                                line("85025", 3_200, date)));
                out.write(json.writeValueAsString(encounter));
                out.write('\n');
            }
        }
        return file;
    }

    private static Map<String, Object> line(String procedure, long chargeCents, String date) {
        return Map.of(
                "procedure",
                procedure,
                "modifiers",
                List.of(),
                "units",
                1,
                "chargeCents",
                chargeCents,
                "diagnosisPointers",
                List.of(1),
                "serviceDate",
                date);
    }

    /** Takes the visits of a file in, which is deleted; refuses to go on when one of them was not taken. */
    void takeIn(Path file) throws IOException {
        AtomicLong refused = new AtomicLong();
        api.sendLines(name, "/encounters", file, answer -> {
            if (answer.path("id").asText().isEmpty()) {
                refused.incrementAndGet();
            }
        });
        Files.delete(file);
        if (refused.get() > 0) {
            throw new IllegalStateException(refused + " encounters were refused");
        }
    }

    /** Batches all clean claims; the ids of as many batches as that takes. */
    List<String> batch() {
        List<String> batches = new ArrayList<>();
        while (true) {
            JsonNode batch = api.post(name, "/batches", Map.of());
            if (batch.path("status").asText().equals("EMPTY")) {
                return batches;
            }
            batches.add(id(batch));
        }
    }

    private static String id(JsonNode made) {
        return made.path("id").asText();
    }
}
