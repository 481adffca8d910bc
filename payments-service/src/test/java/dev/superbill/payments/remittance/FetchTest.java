package dev.superbill.payments.remittance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import dev.superbill.kernel.UuidV7;
import dev.superbill.testing.Backed;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.TestDatabase;
import dev.superbill.testing.TestEvents;
import dev.superbill.testing.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.apache.sshd.common.config.keys.PublicKeyEntry;
import org.apache.sshd.common.config.keys.writer.openssh.OpenSSHKeyPairResourceWriter;
import org.apache.sshd.common.file.virtualfs.VirtualFileSystemFactory;
import org.apache.sshd.common.keyprovider.KeyPairProvider;
import org.apache.sshd.common.util.security.SecurityUtils;
import org.apache.sshd.server.SshServer;
import org.apache.sshd.sftp.server.SftpSubsystemFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remittances from a trading partner's folder. */
@QuarkusTest
@Backed(service = "payments")
class FetchTest extends Scenario {

    private static final Path PRIVATE_KEY = Path.of("target/test-sftp-key");

    private static KeyPair ours;

    @TempDir
    Path home;

    @BeforeAll
    static void makeKey() throws Exception {
        ours = key();
        try (var out = Files.newOutputStream(PRIVATE_KEY)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(ours, "", null, out);
        }
    }

    @Test
    void fetchesEachRemittanceOnceAndHoldsThoseOfUnknownPayees() throws Exception {
        KeyPair hosts = key();
        Path inbound = Files.createDirectories(home.resolve("inbound"));
        write(inbound, "1.835", Era.paying("5").claim("CLP*A*1*5*5**12*X*11*1"));
        write(inbound, "2.835", Era.paying("6").payee("1999999992").claim("CLP*B*1*6*6**12*X*11*1"));
        write(inbound, "3.835.part", Era.paying("7").claim("CLP*C*1*7*7**12*X*11*1"));
        Files.writeString(
                inbound.resolve("4.999"),
                new String(Era.paying("8").claim("CLP*D*1*8*8**12*X*11*1").file(), StandardCharsets.ISO_8859_1)
                        .replace("GS*HP", "GS*FA"));
        tellPractice(practice, "1234567893", "12-3456789");
        try (SshServer server = server(hosts)) {
            tellPartner(practice, server.getPort(), hosts, "/inbound");

            Eventually.asserted(
                    () -> as("biller").get("/api/v1/remittances").then().body("items.size()", equalTo(2)));

            as("biller")
                    .get("/api/v1/remittances")
                    .then()
                    .body("items[0].source", containsString("sftp:"))
                    .body("items.find { it.status == 'POSTED' }.bytes", org.hamcrest.Matchers.greaterThan(100))
                    .body("items.transactionCount", everyItem(equalTo(1)));
            String held = as("biller").get("/api/v1/remittances").path("items.find { it.status == 'HELD' }.id");
            as("biller")
                    .get("/api/v1/remittances/" + held)
                    .then()
                    .body("transactions[0].reasons.code", hasItem("PAYEE_UNKNOWN"));
            books("clearing", 500, "unapplied", -500);
        }
        assertThat(exceptions().getList("items")).hasSize(1);
        as("ops")
                .get("/api/v1/remittances/unknown-payees")
                .then()
                .statusCode(200)
                .body("items", hasSize(1), "items[0].reasons[0].message", containsString("1999999992"))
                .body("items[0].paymentCents", equalTo(600));
        given().get("/q/health/live").then().statusCode(200);
    }

    @Test
    void handsOverWhatBelongsToAnotherPracticeThatSharesTheMailbox() throws Exception {
        String other = "o" + practice;
        KeyPair hosts = key();
        Path inbound = Files.createDirectories(home.resolve("inbound"));
        Files.createDirectories(home.resolve("elsewhere"));
        Files.write(
                inbound.resolve("1.835"),
                Era.file(
                        Era.paying("5").claim("CLP*A*1*5*5**12*X*11*1"),
                        Era.paying("6").payee("1888888885").control("0002").claim("CLP*B*1*6*6**12*X*11*1")));
        write(inbound, "2.835", Era.paying("7").payee("1888888885").claim("CLP*C*1*7*7**12*X*11*1"));
        tellPractice(practice, "1234567893", "12-3456789");
        tellPractice(other, "1888888885", "98-7654321");
        try (SshServer server = server(hosts)) {
            tellPartner(other, server.getPort(), hosts, "/elsewhere");
            Eventually.asserted(() -> assertThat(known(other)).isEqualTo(3));
            tellPartner(practice, server.getPort(), hosts, "/inbound");

            Eventually.asserted(() -> biller(other)
                    .get("/api/v1/remittances")
                    .then()
                    .body("items", hasSize(2), "items.status", everyItem(equalTo("POSTED"))));
            Eventually.asserted(() -> as("biller")
                    .get("/api/v1/remittances")
                    .then()
                    .body("items.status", containsInAnyOrder("POSTED", "REJECTED"))
                    .body("items.find { it.status == 'REJECTED' }.refusal.code", equalTo("OTHER_PRACTICES")));
        }

        books("clearing", 500, "unapplied", -500);
        String shared = as("biller").get("/api/v1/remittances").path("items.find { it.status == 'POSTED' }.id");
        as("biller")
                .get("/api/v1/remittances/" + shared)
                .then()
                .body("transactions.ordinal", contains(1), "transactions.paymentCents", contains(500));
        as("biller").get("/api/v1/remittances/" + shared + "/file").then().statusCode(403);
        String theirs = biller(other).get("/api/v1/remittances").path("items[0].id");
        assertThat(biller(other)
                        .get("/api/v1/remittances/" + theirs)
                        .jsonPath()
                        .getLong("transactions[0].paymentCents"))
                .isIn(600L, 700L);
    }

    /** How many of both practices' names and the other's server are known: what the hand-over needs. */
    private int known(String other) throws SQLException {
        try (Connection connection = TestDatabase.of("payments").connectAsSuperuser();
                Statement statement = connection.createStatement();
                ResultSet count = statement.executeQuery("select (select count(*) from payee where practice_id in ('"
                        + practice + "', '" + other + "')) + (select count(*) from partner_server where practice_id = '"
                        + other + "')")) {
            count.next();
            return count.getInt(1);
        }
    }

    private static RequestSpecification biller(String of) {
        return given().header("Authorization", Tokens.bearer("biller@" + of));
    }

    private static void tellPractice(String of, String npi, String taxId) {
        TestEvents.publish(
                "claims.practice",
                of,
                "dev.superbill.claims.practice-changed.v1",
                of,
                Map.of("version", 1, "name", "Maple", "npi", npi, "taxId", taxId, "timeZone", "America/New_York"));
    }

    private static void tellPartner(String of, int port, KeyPair hosts, String folder) {
        UUID id = UuidV7.next();
        TestEvents.publish(
                "claims.trading-partner",
                id.toString(),
                "dev.superbill.claims.trading-partner-changed.v1",
                of,
                Map.of(
                        "tradingPartnerId",
                        id,
                        "version",
                        1,
                        "name",
                        "House",
                        "submitterId",
                        "MAPLE",
                        "host",
                        "127.0.0.1",
                        "port",
                        port,
                        "hostKey",
                        PublicKeyEntry.toString(hosts.getPublic()),
                        "inboundFolder",
                        folder));
    }

    private SshServer server(KeyPair hosts) throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hosts));
        server.setPublickeyAuthenticator((user, key, session) -> user.equals("MAPLE") && key.equals(ours.getPublic()));
        server.setSubsystemFactories(List.of(new SftpSubsystemFactory()));
        server.setFileSystemFactory(new VirtualFileSystemFactory(home));
        server.start();
        return server;
    }

    private static KeyPair key() throws Exception {
        var generator = SecurityUtils.getKeyPairGenerator("EC");
        generator.initialize(256);
        return generator.generateKeyPair();
    }

    private static void write(Path folder, String name, Era era) throws IOException {
        Files.write(folder.resolve(name), era.file());
    }
}
