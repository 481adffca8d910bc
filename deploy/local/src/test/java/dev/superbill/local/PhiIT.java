package dev.superbill.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.client.Api;
import dev.superbill.local.crash.Broker;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Goal: nothing that identifies a patient can be read where data rests. Method: after a day of visits, every log, every message
 * of the broker (keys, headers, dead letters too) and every value of every table is searched for every patient's last name, full
 * name, birth date, street, phone number, e-mail address and member id; the ids of the same patients have to be found, or
 * the search is blind.
 */
@ExtendWith(Road.Given.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PhiIT {

    private static final String AUDITOR = "auditor";

    private Pattern identifying;
    private Pattern ids;

    @BeforeAll
    void knowWhatToSearch(Road road) throws IOException, InterruptedException {
        assertThat(road.day().exitCode()).as(road.day().output()).isZero();
        String token = road.run("token", AUDITOR).output().strip();
        Api api = new Api(URI.create("http://127.0.0.1:" + road.port(Port.GATEWAY)), user -> token);
        Set<String> open = new HashSet<>();
        for (JsonNode provider : api.all(AUDITOR, "/providers")) {
            open.add(provider.path("lastName").asText());
        }
        Set<String> words = new TreeSet<>();
        Set<String> known = new TreeSet<>();
        for (JsonNode patient : api.all(AUDITOR, "/patients")) {
            String last = patient.path("lastName").asText();
            String first = patient.path("firstName").asText();
            known.add(patient.path("id").asText());
            // the staff's names are no secret, and some patients have the same
            if (!open.contains(last)) {
                words.add(last);
            }
            words.addAll(List.of(first + " " + last, last + ", " + first, last + "*" + first));
            String birth = patient.path("birthDate").asText();
            words.addAll(List.of(birth, birth.replace("-", "")));
            words.add(patient.path("phone").asText());
            words.add(patient.path("email").asText());
            words.add(patient.path("address").path("line1").asText());
            for (JsonNode coverage :
                    api.all(AUDITOR, "/patients/" + patient.path("id").asText() + "/coverages")) {
                words.add(coverage.path("memberId").asText());
            }
        }
        words.removeIf(word -> word.isBlank() || word.equals("null"));
        assertThat(words).hasSizeGreaterThan(100);
        identifying = anyOf(words);
        ids = anyOf(known);
    }

    @Test
    void hasNothingInLogs(Road road) throws IOException {
        assertThat(search(identifying, road.home().resolve("logs"))).isEmpty();
    }

    @Test
    void hasNothingInTopics(Road road) throws Exception {
        List<String> found = new ArrayList<>();
        List<String> idsFound = new ArrayList<>();
        try (Broker broker = new Broker(road)) {
            for (ConsumerRecord<byte[], byte[]> message : broker.read(broker.topics())) {
                note(ids, text(message.value()), message.topic(), idsFound);
                note(identifying, text(message.key()), message.topic(), found);
                note(identifying, text(message.value()), message.topic(), found);
                message.headers().forEach(header -> note(identifying, text(header.value()), message.topic(), found));
            }
        }
        assertThat(idsFound).as("the ids of the patients").isNotEmpty();
        assertThat(found).isEmpty();
    }

    private static String text(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    @Test
    void hasNothingInTables(Road road) throws SQLException {
        for (String database : List.of("scheduling", "claims", "payments", "staff")) {
            List<String> found = new ArrayList<>();
            List<String> idsFound = new ArrayList<>();
            String url = "jdbc:postgresql://127.0.0.1:" + road.port(Port.POSTGRESQL) + "/" + database;
            try (Connection connection = DriverManager.getConnection(url, "postgres", "postgres")) {
                for (String table : tables(connection)) {
                    search(connection, table, found, idsFound);
                }
            }
            assertThat(found).as(database).isEmpty();
            if (!database.equals("staff")) {
                assertThat(idsFound)
                        .as("the ids of the patients in %s", database)
                        .isNotEmpty();
            }
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select quote_ident(relname) from pg_class
                        where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'flyway_schema_history'
                        """)) {
            while (row.next()) {
                tables.add(row.getString(1));
            }
        }
        assertThat(tables).isNotEmpty();
        return tables;
    }

    private void search(Connection connection, String table, List<String> found, List<String> idsFound)
            throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select * from " + table)) {
            int columns = row.getMetaData().getColumnCount();
            while (row.next()) {
                for (int column = 1; column <= columns; column++) {
                    Object value = row.getObject(column);
                    String text = value instanceof byte[] bytes ? text(bytes) : String.valueOf(value);
                    String where = table + "." + row.getMetaData().getColumnName(column);
                    note(identifying, text, where, found);
                    note(ids, text, where, idsFound);
                }
            }
        }
    }

    private static List<String> search(Pattern pattern, Path folder) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                note(pattern, text, folder.relativize(file).toString(), found);
            }
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        return found;
    }

    private static void note(Pattern pattern, String text, String where, List<String> found) {
        Matcher match = pattern.matcher(text);
        if (match.find()) {
            found.add(where + ": " + match.group());
        }
    }

    /** Whole words in any case: a name within an encoded text is chance. */
    private static Pattern anyOf(Set<String> words) {
        return Pattern.compile(
                words.stream()
                        .map(Pattern::quote)
                        .collect(Collectors.joining("|", "(?<![\\w/+=-])(?:", ")(?![\\w/+=-])")),
                Pattern.CASE_INSENSITIVE);
    }
}
