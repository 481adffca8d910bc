package dev.superbill.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A practice's rows as somebody sees them who has stolen a database: what can be read of them, and what is sealed. */
public final class RestingData {

    private static final Pattern SEALED_TEXT = Pattern.compile("enc:v1:([a-z0-9.-]+):");
    private static final Pattern KEY_NAME = Pattern.compile("[a-z0-9][a-z0-9.-]*");
    private static final int NONCE_AND_TAG_BYTES = 28;

    private final Map<String, Set<String>> keysByColumn = new TreeMap<>();
    private final Set<String> columnsInTheOpen = new TreeSet<>();

    private RestingData() {}

    /**
     * Looks through all tables of a service but its outbox.
     *
     * @param words what nobody should find, in any case of letters
     */
    public static RestingData of(String service, String practice, List<String> words) throws SQLException {
        RestingData data = new RestingData();
        try (Connection connection = TestDatabase.of(service).connectAsSuperuser();
                PreparedStatement tables = connection.prepareStatement("""
                        select c.relname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'practice_id'
                        where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition
                        """);
                ResultSet table = tables.executeQuery()) {
            while (table.next()) {
                data.read(connection, table.getString(1), practice, words);
            }
        }
        return data;
    }

    private void read(Connection connection, String table, String practice, List<String> words) throws SQLException {
        try (PreparedStatement select =
                connection.prepareStatement("select * from " + table + " where practice_id = ?")) {
            select.setString(1, practice);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    for (int column = 1; column <= row.getMetaData().getColumnCount(); column++) {
                        Object value = row.getObject(column);
                        String name = table + "." + row.getMetaData().getColumnName(column);
                        String text = value instanceof byte[] bytes
                                ? new String(bytes, StandardCharsets.ISO_8859_1)
                                : String.valueOf(value);
                        keys(value, text)
                                .forEach(key -> keysByColumn
                                        .computeIfAbsent(name, one -> new TreeSet<>())
                                        .add(key));
                        if (words.stream()
                                .anyMatch(word -> Pattern.compile(Pattern.quote(word), Pattern.CASE_INSENSITIVE)
                                        .matcher(text)
                                        .find())) {
                            columnsInTheOpen.add(name);
                        }
                    }
                }
            }
        }
    }

    private static Stream<String> keys(Object value, String text) {
        if (!(value instanceof byte[] bytes)) {
            return SEALED_TEXT.matcher(text).results().map(found -> found.group(1));
        }
        if (bytes.length < 2 || bytes[0] != 1 || bytes[1] < 1 || bytes.length < 2 + bytes[1] + NONCE_AND_TAG_BYTES) {
            return Stream.empty();
        }
        String name = new String(Arrays.copyOfRange(bytes, 2, 2 + bytes[1]), StandardCharsets.US_ASCII);
        Matcher key = KEY_NAME.matcher(name);
        return key.matches() ? Stream.of(name) : Stream.empty();
    }

    /** Asserts that none of the words can be read, and that these columns, and maybe more, hold sealed values. */
    public RestingData sealsAtLeast(String... columns) {
        assertThat(columnsInTheOpen).as("columns in the open").isEmpty();
        assertThat(keysByColumn.keySet()).contains(columns);
        return this;
    }

    /** Asserts that all that was sealed before is so still, by the next key. */
    public void hasFollowed(RestingData before) {
        assertThat(columnsInTheOpen).as("columns in the open").isEmpty();
        assertThat(keysByColumn.keySet()).isEqualTo(before.keysByColumn.keySet());
        assertThat(keysByColumn.values()).allMatch(Set.of(TestKeys.NEXT)::equals);
    }
}
