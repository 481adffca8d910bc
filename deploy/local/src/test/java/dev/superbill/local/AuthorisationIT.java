package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.superbill.local.fuzz.Corpus;
import dev.superbill.local.fuzz.Gateway;
import dev.superbill.local.fuzz.Interface;
import dev.superbill.local.fuzz.Interface.Operation;
import dev.superbill.local.fuzz.Sample;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Who may do what, for every operation that the running gateway's own document tells of: one that is added later is
 * tested without another test, and fails until docs/roles.md says who may.
 */
@ExtendWith(Road.Given.class)
class AuthorisationIT {

    private static final String API = "/api/v1/";
    private static final String PROBLEM = "application/problem+json";
    private static final Map<String, String> USERS = Map.of(
            "front-desk", "frontdesk",
            "biller", "biller",
            "billing-manager", "billing-manager",
            "provider", "provider",
            "practice-manager", "manager",
            "hr", "hr",
            "auditor", "auditor",
            "ops", "ops");

    /** Lists that nothing of an ordinary day gets into. */
    private static final Set<String> MAY_BE_EMPTY = Set.of("/api/v1/acknowledgements/follow-ups", "/api/v1/exceptions");

    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");
    private static final Map<String, String> COLLECTIONS = Map.of(
            "patientId", API + "patients",
            "providerId", API + "providers",
            "encounterId", API + "encounters");
    /** What fields of bodies name. */
    private static final Map<String, String> NAMED = Map.of(
            "patientId", API + "patients",
            "guarantorId", API + "patients",
            "payerId", API + "payers",
            "providerId", API + "providers",
            "renderingProviderId", API + "providers",
            "employeeId", API + "providers",
            "encounterId", API + "encounters");

    private static final Set<String> FILTERS = Set.of("patient", "payer", "provider", "employee", "claim", "encounter");

    private static final ObjectMapper JSON = new ObjectMapper();
    private static Gateway gateway;
    private static List<Operation> operations;

    /** Ids of things of maple, by their collection. */
    private static final Map<String, String> IDS = new ConcurrentHashMap<>();

    private static final Set<String> EMPTY = new TreeSet<>();

    @BeforeAll
    static void live(Road road) throws IOException, InterruptedException {
        assertThat(road.day().exitCode()).isZero();
        gateway = road.gateway();
        operations = new Interface(gateway.get("auditor", "/openapi")).operations();
        assertThat(operations).hasSizeGreaterThan(80);
        String employee = id(API + "providers");
        for (String collection : List.of("shifts", "leaves", "credentials")) {
            make(collection, employee);
        }
        make("PUT", API + "schedules/" + employee, operation("PUT " + API + "schedules/{providerId}"), employee);
    }

    private static void make(String collection, String employee) {
        if (gateway.get("auditor", API + collection).path("items").isEmpty()) {
            make("POST", API + collection, operation("POST " + API + collection), employee);
        }
    }

    private static void make(String method, String path, Operation operation, String employee) {
        String body =
                operation.example().toString().replaceAll("(\"employeeId\":\\s*)\"[^\"]*\"", "$1\"" + employee + "\"");
        Gateway.Answer answer = send("manager", method, path, "application/json", body);
        assertThat(answer.status()).as(path).isBetween(200, 201);
    }

    private static Operation operation(String name) {
        return operations.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("The document has no " + name));
    }

    @Test
    void saysWhoMayAsTheTableDoes() throws IOException {
        WhoMay table = WhoMay.read(Path.of("../../docs/roles.md"));
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : operations) {
            softly.assertThat(Set.copyOf(operation.roles()))
                    .as(operation.name())
                    .isEqualTo(table.roles(operation.method(), operation.path()));
        }
        softly.assertThat(table.unused()).as("rows without an operation").isEmpty();
        softly.assertAll();
    }

    @Test
    void asksForATokenBeforeAnythingElse() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : operations) {
            Gateway.Answer answer = send(null, operation.method(), unknown(operation), "text/nonsense", "x");
            softly.assertThat(answer.status()).as(operation.name()).isEqualTo(401);
            softly.assertThat(answer.type()).as(operation.name()).isEqualTo(PROBLEM);
        }
        softly.assertAll();
    }

    @Test
    void takesNoTokenThatIsNotMeantForIt(Road road) {
        Map<String, String> forged = ForgedTokens.of(road);
        Gateway door = new Gateway(road.address(Port.GATEWAY), name -> forged.getOrDefault(name, ""));
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : operations) {
            forged.keySet().forEach(fault -> {
                Gateway.Answer answer =
                        door.send(new Sample(fault, fault, operation.method(), unknown(operation), null, new byte[0]));
                softly.assertThat(answer.status())
                        .as(operation.name() + ", " + fault)
                        .isEqualTo(401);
            });
        }
        softly.assertAll();
    }

    @Test
    void refusesEveryOtherRoleBeforeItLooksAtTheRest() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : operations) {
            USERS.forEach((role, user) -> {
                if (!operation.roles().contains(role)) {
                    Gateway.Answer answer = send(user, operation.method(), unknown(operation), operation.type(), "x");
                    softly.assertThat(answer.status())
                            .as(operation.name() + " as " + role)
                            .isEqualTo(403);
                }
            });
        }
        softly.assertAll();
    }

    @Test
    void hidesWhatBelongsToAnotherPractice() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation :
                ofThePractice().filter(each -> each.path().contains("{")).toList()) {
            String path = filled(operation);
            String user = USERS.get(operation.roles().getFirst()) + "@cedar";
            Gateway.Answer answer = send(
                    user,
                    operation.method(),
                    path,
                    operation.type(),
                    operation.example().isMissingNode()
                            ? "{}"
                            : operation.example().toString());
            softly.assertThat(answer.status()).as(operation.name()).isEqualTo(404);
            softly.assertThat(answer.json().path("code").asText())
                    .as(operation.name())
                    .isEqualTo("NOT_FOUND");
        }
        softly.assertThat(EMPTY).as("collections without anything to hide").isSubsetOf(MAY_BE_EMPTY);
        softly.assertAll();
    }

    /** A thing of maple is no thing at all to cedar, also in the middle of a body that is cedar's otherwise. */
    @Test
    void refusesToNameWhatBelongsToAnotherPractice() throws IOException {
        Map<String, Sample> attempts = new TreeMap<>();
        for (Sample sample : new Corpus(gateway).gather()) {
            if ("application/json".equals(sample.type()) && JSON.readTree(sample.body()) instanceof ObjectNode body) {
                NAMED.forEach((field, collection) -> {
                    if (body.path(field).isTextual()) {
                        String foreign =
                                body.deepCopy().put(field, id(collection)).toString();
                        attempts.put(
                                sample.name() + " with " + field,
                                sample.withBody(foreign.getBytes(StandardCharsets.UTF_8)));
                    }
                });
            }
        }
        assertThat(attempts).hasSizeGreaterThan(8);

        // together, because each is looked for during three seconds
        Map<String, Integer> statuses = new ConcurrentSkipListMap<>();
        attempts.entrySet().parallelStream()
                .forEach(attempt -> statuses.put(
                        attempt.getKey(), gateway.send(attempt.getValue()).status()));

        assertThat(statuses)
                .allSatisfy((attempt, status) -> assertThat(status).as(attempt).isEqualTo(404));
    }

    @Test
    void listsNothingOfAnotherPractice() {
        ofThePractice().forEach(AuthorisationIT::filled);
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : ofThePractice()
                .filter(each -> each.method().equals("GET") && !each.path().contains("{"))
                .toList()) {
            String user = USERS.get(operation.roles().getFirst()) + "@cedar";
            Stream.concat(Stream.of(""), filters(operation)).forEach(query -> {
                Gateway.Answer answer = send(user, "GET", operation.path() + query, null, "");
                String body = new String(answer.body(), StandardCharsets.UTF_8);
                softly.assertThat(answer.status()).as(operation.name() + query).isIn(200, 400, 404);
                softly.assertThat(IDS.values()).as(operation.name() + query).noneMatch(body::contains);
            });
        }
        softly.assertAll();
    }

    @Test
    void letsTheAuditorReadEverything() {
        SoftAssertions softly = new SoftAssertions();
        for (Operation operation : operations) {
            if (operation.method().equals("GET")) {
                int status = send("auditor", "GET", filled(operation), null, "").status();
                softly.assertThat(status).as(operation.name()).isIn(200, 400, 404);
            }
        }
        softly.assertAll();
    }

    private static Stream<Operation> ofThePractice() {
        return operations.stream().filter(each -> !each.path().startsWith(API + "ops/"));
    }

    /** Questions for a thing of maple. */
    private static Stream<String> filters(Operation operation) {
        return operation.queries().stream()
                .filter(FILTERS::contains)
                .map(query -> "?" + query + "="
                        + IDS.getOrDefault(API + query + "s", UUID.randomUUID().toString()));
    }

    private static String unknown(Operation operation) {
        return filled(operation, collection -> UUID.randomUUID().toString());
    }

    private static String filled(Operation operation) {
        return filled(operation, AuthorisationIT::id);
    }

    private static String filled(Operation operation, UnaryOperator<String> idOf) {
        String path = operation.path();
        for (Matcher next = PARAMETER.matcher(path); next.find(); next = PARAMETER.matcher(path)) {
            String name = next.group(1);
            String choice = operation.choices().get(name);
            String collection = COLLECTIONS.getOrDefault(name, path.substring(0, next.start() - 1));
            path = next.replaceFirst(choice == null ? idOf.apply(collection) : choice);
        }
        return path;
    }

    private static String id(String collection) {
        return IDS.computeIfAbsent(collection, key -> {
            JsonNode items = gateway.get("auditor", key + "?limit=500").path("items");
            String id = items.path(0).path("id").asText();
            if (id.isEmpty()) {
                EMPTY.add(key);
                return UUID.randomUUID().toString();
            }
            return id;
        });
    }

    private static Gateway.Answer send(
            @Nullable String user, String method, String path, @Nullable String type, String body) {
        boolean bodiless = type == null || method.equals("GET");
        return gateway.send(new Sample(
                path,
                user,
                method,
                path,
                bodiless ? null : type,
                bodiless ? new byte[0] : body.getBytes(StandardCharsets.UTF_8)));
    }
}
