package dev.superbill.local.crash;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.Patience;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** A busy office: codes visits, sends batches and uploads remittances, whatever is dead. */
final class Office implements AutoCloseable {

    private static final String BILLER = "biller";
    private static final String JSON = "application/json";
    private static final List<String> PROCEDURES = List.of("99213", "99214", "99212", "99203");
    private static final Duration PATIENCE = Duration.ofMinutes(8);
    private static final int VISITS_OF_A_PATIENT = 300;

    private final Client client;
    private final String run;
    private final List<String> patients;
    private final List<String> providers;
    private final SplittableRandom dice;
    private final ExecutorService desks = Executors.newFixedThreadPool(3);
    private final List<Future<?>> work = new ArrayList<>();
    private final AtomicInteger visits = new AtomicInteger();
    private final Map<String, String> encounters = new ConcurrentHashMap<>();
    private final ConcurrentLinkedQueue<String> batches = new ConcurrentLinkedQueue<>();
    private final Map<String, String> remittances = new ConcurrentHashMap<>();
    private volatile boolean open = true;

    /**
     * An office with the patients of the day that was lived.
     *
     * @param run tells its documents from those of every other run
     */
    Office(Client client, String run, SplittableRandom dice) {
        this.client = client;
        this.run = run;
        this.dice = dice;
        this.patients = client.all("frontdesk", "/patients").stream()
                .map(patient -> patient.path("id").asText())
                .toList();
        this.providers = client.all("manager", "/providers").stream()
                .map(provider -> provider.path("id").asText())
                .toList();
    }

    void begin() {
        SplittableRandom coding = dice.split();
        SplittableRandom posting = dice.split();
        work.add(desks.submit(() -> {
            while (open) {
                code(coding);
                Client.pause(Duration.ofMillis(200));
            }
        }));
        work.add(desks.submit(() -> {
            for (int i = 0; open; i++) {
                Client.pause(Duration.ofSeconds(2));
                batch("loop-" + i);
            }
        }));
        work.add(desks.submit(() -> {
            for (int i = 0; open; i++) {
                upload(i, posting);
                Client.pause(Duration.ofMillis(700));
            }
        }));
    }

    /** Ends the work; what was begun is still brought to its answer. */
    void end() throws Exception {
        open = false;
        for (Future<?> one : work) {
            one.get();
        }
        batch("last");
    }

    /** Waits until so many more visits and remittances have been acknowledged than by now. */
    void awaitMore(int visitsMore, int remittancesMore) {
        int visitsThen = encounters.size() + visitsMore;
        int remittancesThen = remittances.size() + remittancesMore;
        Patience.until(
                PATIENCE,
                "the office works on",
                () -> encounters.size() >= visitsThen && remittances.size() >= remittancesThen);
    }

    /** Encounters that were answered: external id and id. */
    Map<String, String> encounters() {
        return encounters;
    }

    List<String> batches() {
        return List.copyOf(batches);
    }

    /** Remittances that were answered: trace number and id. */
    Map<String, String> remittances() {
        return remittances;
    }

    private void code(SplittableRandom random) {
        int visit = visits.getAndIncrement();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("procedure", PROCEDURES.get(random.nextInt(PROCEDURES.size())));
        line.put("modifiers", List.of());
        line.put("units", 1);
        line.put("chargeCents", 5_000 + random.nextInt(20_000));
        line.put("diagnosisPointers", List.of(1));
        Map<String, Object> encounter = new LinkedHashMap<>();
        String externalId = "crash:" + run + ":" + visit;
        encounter.put("externalId", externalId);
        encounter.put("patientId", patients.get(visit % patients.size()));
        encounter.put("renderingProviderId", providers.get(visit % providers.size()));
        // a visit a day for each patient: the same service twice on a day would be held as a duplicate
        LocalDate day = LocalDate.now(java.time.ZoneOffset.UTC)
                .minusDays(61L + (visit / patients.size()) % VISITS_OF_A_PATIENT);
        encounter.put("serviceDate", day.toString());
        encounter.put("placeOfService", "11");
        encounter.put("diagnoses", List.of("I10"));
        encounter.put("lines", List.of(line));
        String body = client.write(encounter);
        while (true) {
            Optional<Client.Answer> answer = client.ask(BILLER, "POST", "/encounters", JSON, body, "");
            if (answer.isPresent()) {
                if (answer.get().status() >= 300) {
                    throw new AssertionError("POST /encounters answered " + answer.get());
                }
                encounters.put(externalId, answer.get().body().path("id").asText());
                return;
            }
            Client.pause(Duration.ofMillis(200));
        }
    }

    private void batch(String name) {
        JsonNode batch = client.must(BILLER, "POST", "/batches", JSON, "{}", "crash-" + run + "-" + name);
        batches.add(batch.path("id").asText());
    }

    /** A payment for claims of somebody else: it stays unapplied, all of it. */
    private void upload(int number, SplittableRandom random) {
        String trace = "CRASH" + run + "N" + number;
        long first = 1_000 + random.nextInt(9_000);
        long second = 1_000 + random.nextInt(9_000);
        String file =
                "ISA*00*          *00*          *ZZ*PAYER          *ZZ*PRACTICE       *261001*1200*^*00501*%09d*0*T*:~"
                                .formatted(number + 1)
                        + "GS*HP*PAYER*PRACTICE*20261001*1200*1*X*005010X221A1~ST*835*0001~"
                        + "BPR*I*" + dollars(first + second)
                        + "*C*ACH*CCP*01*999999992*DA*1*1999999999**01*999988880*DA*2*20261001~"
                        + "TRN*1*" + trace
                        + "*1999999999~DTM*405*20261001~N1*PR*SOME PAYER~N1*PE*PRACTICE*XX*1234567893~LX*1~"
                        + claim(trace + "A", first) + claim(trace + "B", second)
                        + "SE*12*0001~GE*1*1~IEA*1*%09d~".formatted(number + 1);
        while (true) {
            Optional<Client.Answer> answer =
                    client.ask(BILLER, "POST", "/remittances", "application/edi-x12", file, "");
            if (answer.isPresent()) {
                if (answer.get().status() >= 300) {
                    throw new AssertionError("POST /remittances answered " + answer.get());
                }
                remittances.put(trace, answer.get().body().path("id").asText());
                return;
            }
            Client.pause(Duration.ofMillis(200));
        }
    }

    private static String claim(String number, long cents) {
        return "CLP*" + number + "*1*" + dollars(cents) + "*" + dollars(cents) + "*0*12*ICN" + number
                + "~NM1*QC*1*DOE*JANE~";
    }

    private static String dollars(long cents) {
        return cents / 100 + "." + "%02d".formatted(cents % 100);
    }

    @Override
    public void close() {
        open = false;
        desks.shutdownNow();
    }
}
