package dev.superbill.local.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.superbill.local.SettingsException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Requests that are as they should be, in a practice of their own ({@code cedar}): the examples of the interface with ids
 * of things that are there, and X12 files that speak of one of the practice's claims.
 */
public final class Corpus {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String PRACTICE = "@cedar";
    private static final String API = "/api/v1";
    private static final String X12 = "application/edi-x12";
    private static final Map<String, String> USERS = Map.of("front-desk", "frontdesk", "practice-manager", "manager");
    private static final Pattern PARAMETER = Pattern.compile("\\{(\\w+)}");

    /** Each would be called on by the mailbox from then on. */
    private static final Set<String> LEFT_OUT = Set.of(API + "/trading-partners", API + "/batches");

    /** What is made first, so that the rest can name it: the collection, and the fields that hold its ids. */
    private static final Map<String, List<String>> MASTERS = masters();

    private static final Map<String, String> FILES = Map.of(
            "835.x12", API + "/remittances",
            "837.x12", API + "/acknowledgements",
            "999.x12", API + "/acknowledgements",
            "277ca.x12", API + "/acknowledgements",
            "ta1.x12", API + "/acknowledgements");
    private static final int ATTEMPTS = 30;

    private final Gateway gateway;
    private final List<Interface.Operation> operations;
    private final Map<String, String> ids = new HashMap<>();

    /** Of a running gateway. */
    public Corpus(Gateway gateway) {
        this.gateway = gateway;
        this.operations = new Interface(gateway.get("auditor" + PRACTICE, "/openapi")).operations();
    }

    private static Map<String, List<String>> masters() {
        Map<String, List<String>> masters = new LinkedHashMap<>();
        masters.put(API + "/payers", List.of("payerId"));
        masters.put(API + "/providers", List.of("providerId", "renderingProviderId", "employeeId"));
        masters.put(API + "/patients", List.of("patientId"));
        masters.put(API + "/patients/{patientId}/coverages", List.of("coverageId"));
        masters.put(API + "/encounters", List.of("encounterId"));
        return masters;
    }

    /**
     * Makes what is not there yet, and gathers the samples.
     *
     * @throws SettingsException when the practice cannot be made ready
     */
    public List<Sample> gather() {
        sent("PUT", API + "/practice");
        MASTERS.forEach(this::make);
        List<Sample> samples = new ArrayList<>();
        for (Interface.Operation operation : operations) {
            if (!operation.roles().isEmpty() && !LEFT_OUT.contains(operation.path())) {
                samples.add(sample(operation));
            }
        }
        FILES.forEach(
                (file, path) -> samples.add(new Sample(file, "biller" + PRACTICE, "POST", path, X12, file(file))));
        return samples;
    }

    private void make(String collection, List<String> fields) {
        JsonNode first = gateway.get("auditor" + PRACTICE, filled(collection, Map.of()))
                .path("items")
                .path(0);
        JsonNode thing = first.isMissingNode() ? sent("POST", collection) : first;
        fields.forEach(field -> ids.put(field, thing.path("id").asText()));
    }

    /** Sends an operation's example; right after the first start of all, a service may not have heard of another's things. */
    private JsonNode sent(String method, String path) {
        Interface.Operation operation = operations.stream()
                .filter(each -> each.method().equals(method) && each.path().equals(path))
                .findFirst()
                .orElseThrow(() -> new SettingsException("The interface has no " + method + " " + path));
        Gateway.Answer answer = gateway.send(sample(operation));
        for (int i = 1; i < ATTEMPTS && answer.status() >= 400; i++) {
            answer = gateway.send(sample(operation));
        }
        if (answer.status() == 0 || answer.status() >= 400) {
            throw new SettingsException(method + " " + path + " is answered with " + answer.status() + ": "
                    + new String(answer.body(), StandardCharsets.UTF_8));
        }
        return answer.json();
    }

    private Sample sample(Interface.Operation operation) {
        StringBuilder path = new StringBuilder(filled(operation.path(), operation.choices()));
        char separator = '?';
        for (String query : operation.queries()) {
            path.append(separator).append(query).append('=');
            separator = '&';
        }
        return new Sample(
                operation.name(),
                USERS.getOrDefault(
                                operation.roles().getFirst(), operation.roles().getFirst())
                        + PRACTICE,
                operation.method(),
                path.toString(),
                operation.type(),
                operation.type() == null ? new byte[0] : body(operation.example()));
    }

    private byte[] body(JsonNode example) {
        try {
            JsonNode body = example.isMissingNode() ? JSON.createObjectNode() : example.deepCopy();
            if (body instanceof ObjectNode object) {
                ids.forEach((field, id) -> {
                    if (object.has(field)) {
                        object.put(field, id);
                    }
                });
            }
            return body.isTextual() ? body.asText().getBytes(StandardCharsets.UTF_8) : JSON.writeValueAsBytes(body);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With ids of what is there; an unknown one where nothing is. */
    private String filled(String path, Map<String, String> choices) {
        Matcher parameter = PARAMETER.matcher(path);
        StringBuilder filled = new StringBuilder();
        while (parameter.find()) {
            String name = parameter.group(1);
            String collection = path.substring(0, parameter.start() - 1);
            String choice = choices.get(name);
            parameter.appendReplacement(
                    filled,
                    choice == null ? ids.computeIfAbsent(key(name, collection), key -> first(collection)) : choice);
        }
        return parameter.appendTail(filled).toString();
    }

    private static String key(String parameter, String collection) {
        return parameter.equals("id") ? collection : parameter;
    }

    private String first(String collection) {
        JsonNode items = PARAMETER.matcher(collection).find()
                ? MissingNode.getInstance()
                : gateway.get("auditor" + PRACTICE, collection).path("items");
        String id = items.path(0).path("id").asText();
        return id.isEmpty() ? UUID.randomUUID().toString() : id;
    }

    private byte[] file(String name) {
        JsonNode claim = gateway.get("biller" + PRACTICE, API + "/claims?limit=1")
                .path("items")
                .path(0);
        String controlNumber = claim.path("patientControlNumber").asText("UNKNOWN1");
        try (InputStream resource = Corpus.class.getResourceAsStream(name)) {
            if (resource == null) {
                throw new IllegalStateException("The program lacks its file " + name);
            }
            return new String(resource.readAllBytes(), StandardCharsets.US_ASCII)
                    .replace("\n", "")
                    .replace("CONTROLNUMBER", controlNumber)
                    .getBytes(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
