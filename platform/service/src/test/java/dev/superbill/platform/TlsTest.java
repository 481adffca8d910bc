package dev.superbill.platform;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.testing.Backed;
import dev.superbill.testing.Eventually;
import dev.superbill.testing.TestAuthority;
import dev.superbill.testing.Tokens;
import io.agroal.api.AgroalDataSource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.smallrye.common.annotation.Identifier;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.security.cert.CertPathValidatorException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.common.config.SslConfigs;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** A service speaks TLS with database and broker by its settings alone, and not with those whom its authority does not know. */
@QuarkusTest
@Backed(service = "staff", encrypted = true)
@EnabledOnOs(value = OS.LINUX, architectures = "amd64", disabledReason = "its servers are binaries of that system")
class TlsTest {

    private static final String STAFF = "staff_app";

    @Inject
    AgroalDataSource dataSource;

    @Inject
    NoteConsumer consumer;

    @Inject
    @Identifier("default-kafka-broker")
    Map<String, Object> kafka;

    @ConfigProperty(name = "quarkus.datasource.jdbc.url")
    String database;

    @Test
    void carriesAnEventFromTheDatabaseOverRelayAndBrokerToTheConsumer() throws SQLException {
        String text = "sealed " + UUID.randomUUID();

        given().header("Authorization", Tokens.bearer("biller"))
                .contentType(ContentType.JSON)
                .body(Map.of("text", text))
                .post("/api/v1/notes")
                .then()
                .statusCode(201);

        Eventually.asserted(() -> assertThat(consumer.applied()).contains("maple:" + text));
        try (Connection connection = dataSource.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row =
                        statement.executeQuery("select ssl, version from pg_stat_ssl where pid = pg_backend_pid()")) {
            assertThat(row.next()).isTrue();
            assertThat(row.getBoolean("ssl")).isTrue();
            assertThat(row.getString("version")).startsWith("TLSv1.");
        }
    }

    @Test
    void refusesADatabaseThatAnotherAuthorityVouchesFor() throws SQLException {
        assertThatThrownBy(() -> connect(database.replace(
                        TestAuthority.trusted().toString(),
                        TestAuthority.stranger().toString())))
                .hasRootCauseInstanceOf(CertPathValidatorException.class);
        connect(database);
    }

    @Test
    void refusesABrokerThatAnotherAuthorityVouchesFor() throws Exception {
        assertThat(topics(TestAuthority.trusted())).contains("platform.note");
        assertThatThrownBy(() -> topics(TestAuthority.stranger()))
                .isInstanceOf(ExecutionException.class)
                .hasCauseInstanceOf(SslAuthenticationException.class)
                .hasRootCauseInstanceOf(CertPathValidatorException.class);
    }

    private static void connect(String url) throws SQLException {
        DriverManager.getConnection(url, STAFF, STAFF).close();
    }

    private Set<String> topics(Path authority) throws Exception {
        Map<String, Object> settings = new HashMap<>(kafka);
        settings.keySet().retainAll(AdminClientConfig.configNames());
        settings.put(SslConfigs.SSL_TRUSTSTORE_LOCATION_CONFIG, authority.toString());
        try (Admin admin = Admin.create(settings)) {
            return admin.listTopics().names().get(30, TimeUnit.SECONDS);
        }
    }
}
