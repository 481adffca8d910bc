package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.fuzz.Gateway;
import dev.superbill.local.fuzz.Sample;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Files that no payer should send, through the running gateway: each gets an answer that says where and what to do. */
@ExtendWith(Road.Given.class)
@Tag("drill")
class BadInputIT {

    private static final String BILLER = "biller@cedar";
    private static final String X12 = "application/edi-x12";

    /** A gigabyte: four times the heap of payments-service. */
    private static final long LARGE_SEGMENT = 1L << 30;

    private static Gateway gateway;
    private static String remittance;

    @BeforeAll
    static void live(Road road) throws IOException, InterruptedException {
        assertThat(road.day().exitCode()).isZero();
        gateway = road.gateway();
        try (InputStream file =
                Objects.requireNonNull(Gateway.class.getResourceAsStream("/dev/superbill/local/fuzz/835.x12"))) {
            remittance = new String(file.readAllBytes(), StandardCharsets.US_ASCII).replace("\n", "");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "no X12 at all|^ISA.*|Dear Sir or Madam|422",
                "cut within the ISA|(?<=ISA\\*00).*||422",
                "cut short|CLP\\*.*||422",
                "an ISA of 105 characters|ISA\\*00\\*\\s|ISA*00*|422",
                "another transaction set|ST\\*835|ST*834|422",
                "counts that are wrong|SE\\*21|SE*99|201",
                "another control number at the end|IEA\\*1\\*000000101|IEA*1*000000102|201",
                "a date that is none|DTM\\*405\\*20261124|DTM*405*20261399|201",
                "three decimals|BPR\\*I\\*72.6|BPR*I*72.605|201",
                "eighteen digits|BPR\\*I\\*72.6|BPR*I*999999999999999999|201",
                "an amount that is none|BPR\\*I\\*72.6|BPR*I*seventy|201",
                "NUL in a name|RIVERA|RIV\u0000ERA|201",
                "a name that is no ASCII|RIVERA|RIV\u00c9RA|201",
                "another version|005010X221A1|004010X091|201",
            })
    void answersAFileThatIsNotAsItShouldBe(String fault, String found, String replacement, int status) {
        String bad = remittance.replaceAll(found, replacement == null ? "" : replacement);
        assertThat(bad).isNotEqualTo(remittance);

        Gateway.Answer answer = upload(bad.getBytes(StandardCharsets.UTF_8));

        assertThat(answer.status()).as(fault).isIn(status, status == 201 ? 200 : status);
        if (status == 422) {
            assertThat(answer.type()).isEqualTo("application/problem+json");
            assertThat(answer.json().path("instance").asText()).startsWith("/api/v1/remittances/");
            assertThat(answer.json().path("detail").asText()).isNotEmpty();
        } else {
            assertThat(answer.json().path("transactions")).isNotEmpty();
        }
    }

    @Test
    void takesTenThousandTransactionsInOneFile() {
        StringBuilder file = new StringBuilder(remittance.substring(0, remittance.indexOf("ST*")));
        for (int i = 1; i <= 10_000; i++) {
            file.append("ST*835*").append(i).append("~SE*2*").append(i).append('~');
        }
        file.append("GE*10000*101~IEA*1*000000101~");

        Gateway.Answer answer = upload(file.toString().getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.status()).isIn(200, 201, 422);
    }

    /** Streamed from here to the file that is kept; a program that held it in memory would end. */
    @Test
    void refusesASegmentLargerThanItsMemory(Road road) throws IOException, InterruptedException {
        long process = process(road);
        String token = road.run("token", BILLER).output().strip();
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + road.port(Port.GATEWAY) + "/api/v1/remittances"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", X12)
                .POST(HttpRequest.BodyPublishers.ofInputStream(LargeSegment::new))
                .build();
        try (HttpClient http =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build()) {
            HttpResponse<String> answer = http.send(request, HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).as(answer.body()).isIn(413, 422);
            assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        }
        assertThat(process(road)).isEqualTo(process);
    }

    private static long process(Road road) throws IOException, InterruptedException {
        JsonNode parts = new com.fasterxml.jackson.databind.ObjectMapper()
                .readTree(road.run("status", "--json").output())
                .path("parts");
        for (JsonNode part : parts) {
            if (part.path("name").asText().equals("payments")) {
                return part.path("pid").asLong();
            }
        }
        throw new AssertionError("payments-service is not part of the stack");
    }

    private static Gateway.Answer upload(byte[] file) {
        return gateway.send(new Sample("remittance", BILLER, "POST", "/api/v1/remittances", X12, file));
    }

    /** An interchange whose first claim does not end. */
    private static final class LargeSegment extends InputStream {

        private final byte[] beginning =
                remittance.substring(0, remittance.indexOf("CLP*") + 4).getBytes(StandardCharsets.US_ASCII);
        private long at;

        @Override
        public int read() {
            if (at >= LARGE_SEGMENT) {
                return -1;
            }
            int next = at < beginning.length ? beginning[(int) at] : 'A';
            at++;
            return next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) {
            if (at >= LARGE_SEGMENT) {
                return -1;
            }
            if (at < beginning.length) {
                buffer[offset] = (byte) read();
                return 1;
            }
            int read = (int) Math.min(length, LARGE_SEGMENT - at);
            Arrays.fill(buffer, offset, offset + read, (byte) 'A');
            at += read;
            return read;
        }
    }
}
