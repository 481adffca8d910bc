package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.superbill.local.fuzz.Corpus;
import dev.superbill.local.fuzz.Gateway;
import dev.superbill.local.fuzz.Sample;
import dev.superbill.local.stack.SignIn;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests by which people who mean harm, or programs that are wrong, try the running gateway. */
@ExtendWith(Road.Given.class)
class HostileRequestIT {

    private static final String PATIENT = "POST /api/v1/patients";
    private static final String ENCOUNTER = "POST /api/v1/encounters";
    private static final String PROBLEM = "application/problem+json";
    private static final Pattern LENGTH = Pattern.compile("(?i)content-length: (\\d+)");
    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Road road;
    private static Gateway gateway;
    private static Map<String, Sample> samples;

    @BeforeAll
    static void live(Road given) throws IOException, InterruptedException {
        road = given;
        assertThat(road.day().exitCode()).isZero();
        gateway = road.gateway();
        samples = new Corpus(gateway).gather().stream().collect(Collectors.toMap(Sample::name, Function.identity()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "POST /api/v1/patients   | /birthDate          | \"2026-02-30\"          | birthDate",
                "POST /api/v1/patients   | /birthDate          | \"+999999999-12-31\"    | birthDate",
                "POST /api/v1/patients   | /lastName           | \"Riv\\u0000era\"       | lastName",
                "POST /api/v1/patients   | /lastName           | \"Riv\\ud800era\"       | lastName",
                "POST /api/v1/patients   | /firstName          | \"a\\r\\nSet-Cookie: x\"| firstName",
                "POST /api/v1/patients   | /lastName           | [\"Rivera\"]            | lastName",
                "POST /api/v1/patients   | /sex                | 1                       | sex",
                "POST /api/v1/encounters | /lines/0/chargeCents| 12.5                    | lines[0].chargeCents",
                "POST /api/v1/encounters | /lines/0/chargeCents| 12.005                  | lines[0].chargeCents",
                "POST /api/v1/encounters | /lines/0/chargeCents| 999999999999999999      | lines[0].chargeCents",
                "POST /api/v1/encounters | /lines/0/chargeCents| 1e400                   | lines[0].chargeCents",
                "POST /api/v1/encounters | /serviceDate        | \"0000-00-00\"          | serviceDate",
                "POST /api/v1/encounters | /externalId         | \"a\\r\\nX-Injected: y\"| externalId",
                "POST /api/v1/encounters | /patientId          | \"../../etc/passwd\"    | patientId",
            })
    void namesTheFieldThatCannotBeMeant(String name, String pointer, String value, String field) throws IOException {
        Gateway.Answer answer = gateway.send(changed(name, pointer, JSON.readTree(value)));

        refused(answer, 400);
        JsonNode fault = answer.json().path("errors").path(0);
        assertThat(fault.path("field").asText()).isEqualTo(field);
        assertThat(fault.path("message").asText()).isNotBlank();
        assertThat(fault.path("action").asText()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "{",
                "{} {}",
                "{\"lastName\": \"a\", \"lastName\": \"b\"}",
                "{\"a\": NaN}",
                "\u0000"
            })
    void refusesABodyThatIsNoObject(String body) {
        refused(gateway.send(sample(PATIENT).withBody(body.getBytes(StandardCharsets.UTF_8))), 400);
    }

    @Test
    void refusesWhatIsTooDeepTooLongOrPacked() throws IOException {
        refused(gateway.send(sample(PATIENT).withBody("{\"a\":".repeat(5_000).getBytes(StandardCharsets.UTF_8))), 400);
        refused(
                gateway.send(sample(PATIENT)
                        .withBody(("{\"lastName\": \"" + "A".repeat(2 << 20)).getBytes(StandardCharsets.UTF_8))),
                413);
        // 64 MB in 64 kB
        byte[] bomb = packed(64 << 20);
        for (String type : List.of("application/json", "application/x-ndjson", "application/edi-x12")) {
            String path = type.contains("x12") ? "/api/v1/remittances" : "/api/v1/encounters";
            String head = head("biller@cedar", "POST", path, "Content-Type: " + type)
                    + "Content-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n";
            String answer = raw(head, bomb);
            assertThat(answer).startsWith("HTTP/1.1 415 ").contains(PROBLEM).contains("CONTENT_ENCODING_UNSUPPORTED");
        }
    }

    @Test
    void refusesABodyThatSaysItIsLargerThanAnythingTaken() throws IOException {
        for (String length : List.of("3000000000", "9000000000")) {
            String head = head("biller@cedar", "POST", "/api/v1/remittances", "Content-Type: application/edi-x12")
                    + "Content-Length: " + length + "\r\n\r\n";

            assertThat(raw(head, "ISA*00*".getBytes(StandardCharsets.US_ASCII)))
                    .startsWith("HTTP/1.1 413 ")
                    .contains(PROBLEM)
                    .contains("BODY_TOO_LARGE");
        }
    }

    /** The gateway decides by the path what is whose: other ways to write a path must not lead past it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/patients/..%2F..%2F..%2Fq%2Fmetrics",
                "/api/v1/patients/..;/..;/..;/q/metrics",
                "/api/v1/patients/../claims",
                "/api/v1/patients/%2e%2e/claims",
                "/api/v1/./claims",
                "/api/v1//claims",
                "/api/v1/claims//",
                "/api/v1/claims/.",
                "/api/v1/claims;a=b",
                "/api/v1/claims/;a=b",
                "/api/v1/%63laims",
                "/api/v1/claims%2F",
                "/api/v1/claims%3F",
                "/api/v1/claims%23",
                "/API/V1/claims",
                "//api/v1/claims",
                "/api/v1/encounters/..%2fclaims",
                "/q/../api/v1/claims",
                "/api/v1/patients/../../v1/ledger/trial-balance",
                "http://127.0.0.1/api/v1/claims",
            })
    void findsNoWayRoundTheDoor(String path) throws IOException {
        String answer = raw(head("frontdesk", "GET", path, "Accept: */*") + "\r\n", new byte[0]);
        assertThat(answer).as(path).doesNotStartWith("HTTP/1.1 200").matches("(?s)HTTP/1.1 (400|403|404|405) .*");
        String stranger = raw(head(null, "GET", path, "Accept: */*") + "\r\n", new byte[0]);
        assertThat(stranger).matches("(?s)HTTP/1.1 (400|401|404) .*");
    }

    @Test
    void takesOneRequestForOne() throws IOException {
        String hidden = "GET /api/v1/claims HTTP/1.1\r\nHost: localhost\r\n\r\n";
        String smuggling = head("frontdesk", "POST", "/api/v1/patients", "Content-Type: application/json")
                + "Content-Length: " + (5 + hidden.length()) + "\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n";

        String answer = raw(smuggling, hidden.getBytes(StandardCharsets.US_ASCII));

        assertThat(answer).startsWith("HTTP/1.1 400 ").doesNotContain("\"items\"");
    }

    @Test
    void keepsATextAsATextWhateverItSays() throws IOException {
        for (String text : List.of(
                "O'Brien'; drop table patient; --",
                "\" or \"\"=\"",
                "%",
                "_",
                "${7*7}",
                "{{7*7}}",
                "<script>alert(1)</script>",
                "=HYPERLINK(1)",
                "@SUM(1)",
                "+1",
                "-1")) {
            Gateway.Answer made = gateway.send(changed(PATIENT, "/lastName", new TextNode(text)));

            assertThat(made.status()).as(text).isEqualTo(201);
            assertThat(made.json().path("lastName").asText()).isEqualTo(text);
            JsonNode found = gateway.get(
                            "frontdesk@cedar",
                            "/api/v1/patients?limit=500&name=" + URLEncoder.encode(text, StandardCharsets.UTF_8))
                    .path("items");
            assertThat(found)
                    .as(text)
                    .isNotEmpty()
                    .allSatisfy(patient ->
                            assertThat(patient.path("lastName").asText()).isEqualTo(text));
        }
    }

    /** No answer is a table that a spreadsheet would calculate with; one that will be has to defuse =, +, - and @. */
    @Test
    void answersWithNoSpreadsheet() {
        gateway.get("auditor", "/openapi")
                .path("paths")
                .forEach(path -> path.forEach(operation -> operation
                        .path("responses")
                        .forEach(response -> assertThat(response.path("content")
                                        .propertyStream()
                                        .map(Map.Entry::getKey))
                                .noneMatch(type ->
                                        type.contains("csv") || type.contains("sheet") || type.contains("excel")))));
    }

    private static void refused(Gateway.Answer answer, int status) {
        assertThat(answer.status())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(status);
        assertThat(answer.type()).isEqualTo(PROBLEM);
        assertThat(answer.json().path("code").asText()).isNotBlank();
        assertThat(answer.json().path("detail").asText()).isNotBlank();
    }

    private static Sample sample(String name) {
        return Objects.requireNonNull(samples.get(name), name);
    }

    private static Sample changed(String name, String pointer, JsonNode value) throws IOException {
        Sample sample = sample(name);
        JsonNode body = JSON.readTree(sample.body());
        int last = pointer.lastIndexOf('/');
        ((ObjectNode) body.at(pointer.substring(0, last))).set(pointer.substring(last + 1), value);
        if (name.equals(ENCOUNTER) && !pointer.equals("/externalId")) {
            ((ObjectNode) body).put("externalId", "hostile-" + System.nanoTime());
        }
        return sample.withBody(JSON.writeValueAsBytes(body));
    }

    private static String head(String user, String method, String path, String header) {
        String token = user == null
                ? ""
                : "Authorization: Bearer " + new SignIn(road.stack().issuer()).token(user) + "\r\n";
        return method + " " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + token + header + "\r\n";
    }

    /** As it is, without a library that would refuse to send it. */
    private static String raw(String head, byte[] body) throws IOException {
        try (Socket socket = new Socket("localhost", road.port(Port.GATEWAY))) {
            socket.setSoTimeout((int) PATIENCE.toMillis());
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
            return answer(socket.getInputStream());
        }
    }

    /** One answer; the other side may wait for the rest of a body that it has not read, with the connection open. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder answer = new StringBuilder();
        for (int read = in.read(); read >= 0; read = in.read()) {
            answer.append((char) read);
            if (answer.toString().endsWith("\r\n\r\n")) {
                Matcher length = LENGTH.matcher(answer);
                return length.find()
                        ? answer + new String(in.readNBytes(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8)
                        : answer.toString();
            }
        }
        return answer.toString();
    }

    private static byte[] packed(int length) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bytes)) {
            byte[] zeros = new byte[1 << 16];
            for (int written = 0; written < length; written += zeros.length) {
                gzip.write(zeros);
            }
        }
        return bytes.toByteArray();
    }
}
