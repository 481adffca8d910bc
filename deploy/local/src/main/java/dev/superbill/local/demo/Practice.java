package dev.superbill.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.client.Api;
import dev.superbill.local.client.ApiException;
import dev.superbill.local.client.Parallel;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** The practice with its providers, payers, clearinghouse and patients; what is there from an earlier run is taken as it is. */
final class Practice {

    /** Something with an id and a name. */
    record Named(String id, String name) {}

    /**
     * A payer of the demo.
     *
     * @param filing the claim filing indicator (SBR09)
     * @param filingDays days from the service until claims are too late
     */
    private record Plan(String identifier, String name, String filing, int filingDays) {}

    static final String MANAGER = "manager";
    static final String FRONT_DESK = "frontdesk";
    static final String BILLER = "biller";
    static final String BILLING_MANAGER = "billing-manager";

    private static final List<Plan> PLANS = List.of(
            new Plan("14165", "Prairie Medicare", "MB", 365),
            new Plan("77027", "State Medicaid", "MC", 365),
            new Plan("60054", "Northern Health Plan", "CI", 180),
            new Plan("62308", "Lakeside Managed Care", "HM", 90),
            new Plan("87726", "Union Benefit Fund", "CI", 365));
    private static final String CLEARINGHOUSE_ID = "CLEARPRACTICE";
    private static final String SUBMITTER_ID = "SUPERBILL";

    private final Api api;
    private final People people;
    private final List<Named> providers = new ArrayList<>();
    private final List<Named> payers = new ArrayList<>();
    private final List<String> patients = new ArrayList<>();

    Practice(Api api, People people) {
        this.api = api;
        this.people = people;
    }

    List<Named> providers() {
        return providers;
    }

    List<String> patients() {
        return patients;
    }

    void describe() {
        Map<String, Object> address = new LinkedHashMap<>();
        address.put("line1", "100 Maple Avenue");
        address.put("city", "Springfield");
        address.put("state", "IL");
        address.put("postalCode", "627011234");
        Map<String, Object> practice = new LinkedHashMap<>();
        practice.put("name", "Maple Family Medicine");
        practice.put("npi", "1234567893");
        practice.put("taxId", "371234567");
        practice.put("taxonomy", "207Q00000X");
        practice.put("address", address);
        practice.put("payTo", address);
        practice.put("contact", Map.of("name", "Billing Office", "phone", "2175550100"));
        practice.put("cliaNumber", "14D0123456");
        api.put(BILLING_MANAGER, "/practice", practice);
    }

    void hireProviders(int wanted) {
        for (int i = api.all(MANAGER, "/providers").size(); i < wanted; i++) {
            Map<String, Object> provider = new LinkedHashMap<>();
            provider.put("npi", npi(100_000_000 + i));
            provider.put("taxonomy", "207Q00000X");
            provider.put("lastName", people.lastName());
            provider.put("firstName", people.firstName());
            createUnlessThere(MANAGER, "/providers", provider);
        }
        api.all(MANAGER, "/providers").stream().limit(wanted).forEach(known -> providers.add(named(known)));
    }

    void contractWithPayers() {
        Set<String> known = payersByIdentifier().keySet();
        for (Plan plan : PLANS) {
            if (!known.contains(plan.identifier())) {
                createUnlessThere(
                        BILLING_MANAGER,
                        "/payers",
                        Map.of(
                                "payerIdentifier", plan.identifier(),
                                "name", plan.name(),
                                "claimFilingIndicator", plan.filing(),
                                "timelyFilingDays", plan.filingDays()));
            }
        }
        Map<String, String> ids = payersByIdentifier();
        PLANS.forEach(plan -> payers.add(new Named(ids.getOrDefault(plan.identifier(), ""), plan.name())));
    }

    private Map<String, String> payersByIdentifier() {
        return api.all(BILLING_MANAGER, "/payers").stream()
                .collect(Collectors.toMap(
                        payer -> payer.path("payerIdentifier").asText(),
                        payer -> payer.path("id").asText()));
    }

    /** Another demo may be quicker, and has made it then. */
    private void createUnlessThere(String user, String path, Map<String, Object> body) {
        try {
            api.post(user, path, body);
        } catch (ApiException e) {
            if (!e.isConflict()) {
                throw e;
            }
        }
    }

    /** Makes the clearinghouse a trading partner; what an earlier run told of it is brought up to date. */
    void connect(Clearinghouse clearinghouse) {
        Map<String, Object> partner = new LinkedHashMap<>();
        partner.put("name", "Practice Clearinghouse");
        partner.put("receiverId", CLEARINGHOUSE_ID);
        partner.put("receiverQualifier", "ZZ");
        partner.put("submitterId", SUBMITTER_ID);
        partner.put("submitterQualifier", "ZZ");
        partner.put("host", clearinghouse.host());
        partner.put("port", clearinghouse.port());
        partner.put("hostKey", clearinghouse.hostKey());
        partner.put("outboundFolder", "outbound");
        partner.put("inboundFolder", "inbound");
        partner.put("expectsTa1", true);
        partner.put("usageIndicator", "T");
        api.all(BILLING_MANAGER, "/trading-partners").stream()
                .filter(known -> known.path("receiverId").asText().equals(CLEARINGHOUSE_ID))
                .map(known -> known.path("id").asText())
                .findFirst()
                .ifPresentOrElse(
                        id -> api.put(BILLING_MANAGER, "/trading-partners/" + id, partner),
                        () -> api.post(BILLING_MANAGER, "/trading-partners", partner));
    }

    /** Registers patients with coverages: most have one, some a second, and a few an id that their payer does not know. */
    void registerPatients(int wanted, Parallel parallel) {
        List<Map<String, Object>> invented = new ArrayList<>();
        List<List<Map<String, Object>>> coverages = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            Map<String, Object> patient = people.patient();
            invented.add(patient);
            coverages.add(coverages(i));
        }
        List<String> ids = parallel.map(invented.size(), i -> {
            String id = api.post(FRONT_DESK, "/patients", invented.get(i))
                    .path("id")
                    .asText();
            coverages.get(i).forEach(coverage -> api.post(FRONT_DESK, "/patients/" + id + "/coverages", coverage));
            return id;
        });
        patients.addAll(ids);
    }

    private List<Map<String, Object>> coverages(int ordinal) {
        int first = ordinal % payers.size();
        String memberId = ordinal % 29 == 11
                ? "UNK" + (100_000 + people.below(900_000))
                : "W" + (10_000_000 + people.below(89_999_999));
        List<Map<String, Object>> coverages = new ArrayList<>();
        coverages.add(coverage(payers.get(first).id(), memberId, 1));
        if (ordinal % 5 == 0) {
            coverages.add(coverage(
                    payers.get((first + 2) % payers.size()).id(), "S" + (10_000_000 + people.below(89_999_999)), 2));
        }
        return coverages;
    }

    private static Map<String, Object> coverage(String payerId, String memberId, int rank) {
        Map<String, Object> coverage = new LinkedHashMap<>();
        coverage.put("payerId", payerId);
        coverage.put("memberId", memberId.endsWith("0000") ? memberId + "1" : memberId);
        coverage.put("rank", rank);
        coverage.put("relationship", "self");
        coverage.put("effectiveFrom", "2020-01-01");
        return coverage;
    }

    private static Named named(JsonNode person) {
        return new Named(
                person.path("id").asText(),
                person.path("firstName").asText() + " "
                        + person.path("lastName").asText());
    }

    /** Nine digits and the check digit over 80840 and them (45 CFR 162.406). */
    static String npi(int eightDigits) {
        String nine = "1" + Integer.toString(eightDigits).substring(1);
        int sum = 24;
        for (int i = 0; i < 9; i++) {
            int digit = nine.charAt(i) - '0';
            int counted = i % 2 == 0 ? digit * 2 : digit;
            sum += counted > 9 ? counted - 9 : counted;
        }
        return nine + (10 - sum % 10) % 10;
    }
}
