package dev.superbill.payments.remittance;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import dev.superbill.kernel.UuidV7;
import dev.superbill.testing.Backed;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.TestEvents;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Remittances from a trading partner's folder. */
@QuarkusTest
@Backed(service = "payments")
class FetchTest extends Scenario {

    private static final Path PRIVATE_KEY = Path.of("target/test-sftp-key");

    @TempDir
    Path home;

    @Test
    void fetchesEachRemittanceOnceAndHoldsThoseOfUnknownPayees() throws Exception {
        KeyPair ours = key();
        KeyPair hosts = key();
        try (var out = Files.newOutputStream(PRIVATE_KEY)) {
            OpenSSHKeyPairResourceWriter.INSTANCE.writePrivateKey(ours, "", null, out);
        }
        Path inbound = Files.createDirectories(home.resolve("inbound"));
        write(inbound, "1.835", Era.paying("5").claim("CLP*A*1*5*5**12*X*11*1"));
        write(inbound, "2.835", Era.paying("6").payee("1999999992").claim("CLP*B*1*6*6**12*X*11*1"));
        write(inbound, "3.835.part", Era.paying("7").claim("CLP*C*1*7*7**12*X*11*1"));
        Files.writeString(
                inbound.resolve("4.999"),
                new String(Era.paying("8").claim("CLP*D*1*8*8**12*X*11*1").file(), StandardCharsets.ISO_8859_1)
                        .replace("GS*HP", "GS*FA"));
        TestEvents.publish(
                "claims.practice",
                practice,
                "dev.superbill.claims.practice-changed.v1",
                practice,
                Map.of(
                        "version",
                        1,
                        "name",
                        "Maple",
                        "npi",
                        "1234567893",
                        "taxId",
                        "12-3456789",
                        "timeZone",
                        "America/New_York"));
        try (SshServer server = server(hosts, ours)) {
            tell(server.getPort(), PublicKeyEntry.toString(hosts.getPublic()));

            Eventually.asserted(
                    () -> as("biller").get("/api/v1/remittances").then().body("items.size()", equalTo(2)));

            as("biller")
                    .get("/api/v1/remittances")
                    .then()
                    .body("items[0].source", containsString("sftp:"))
                    .body("items.find { it.status == 'POSTED' }.bytes", org.hamcrest.Matchers.greaterThan(100))
                    .body("items.find { it.status == 'HELD' }.transactions[0].reasons.code", hasItem("PAYEE_UNKNOWN"));
            books("clearing", 500, "unapplied", -500);
        }
        assertThat(exceptions().getList("items")).hasSize(1);
        given().get("/q/health/live").then().statusCode(200);
    }

    private void tell(int port, String hostKey) {
        UUID id = UuidV7.next();
        TestEvents.publish(
                "claims.trading-partner",
                id.toString(),
                "dev.superbill.claims.trading-partner-changed.v1",
                practice,
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
                        hostKey,
                        "inboundFolder",
                        "/inbound"));
    }

    private SshServer server(KeyPair hosts, KeyPair allowed) throws IOException {
        SshServer server = SshServer.setUpDefaultServer();
        server.setHost("127.0.0.1");
        server.setPort(0);
        server.setKeyPairProvider(KeyPairProvider.wrap(hosts));
        server.setPublickeyAuthenticator(
                (user, key, session) -> user.equals("MAPLE") && key.equals(allowed.getPublic()));
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
