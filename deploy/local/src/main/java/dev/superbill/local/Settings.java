package dev.superbill.local;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What a person has set. The command line goes before the environment, the environment before {@code superbill.properties}
 * in the home. Every key of the file has a variable too: {@code port.gateway} is {@code SUPERBILL_PORT_GATEWAY}.
 *
 * <ul>
 *   <li>{@code port.<name>}: where a part listens, see {@link Port}
 *   <li>{@code heap.<part>}: the part's Java heap, such as {@code 256m}
 *   <li>{@code environment.<part>.<NAME>}: one more variable for a part (in the file only)
 *   <li>{@code lifeless-seconds}: how long a service may hang until it is started anew; 60 by default
 *   <li>{@code relay-log}: how much log PostgreSQL keeps for a relay that is away, such as {@code 8GB}
 *   <li>{@code without}: parts that are not started, with commas between them
 * </ul>
 */
public final class Settings {

    private static final String ENVIRONMENT = "environment.";
    private static final Pattern SIZE = Pattern.compile("[1-9]\\d*[MG]B");

    private final Map<String, String> file;
    private final Map<String, String> environment;
    private final Map<Port, Integer> ports;

    /**
     * @param file the lines of {@code superbill.properties}
     * @param environment the variables of the process
     * @param chosen ports from the command line
     * @throws SettingsException when a value is not what its key asks for
     */
    public Settings(Map<String, String> file, Map<String, String> environment, Map<String, Integer> chosen) {
        this.file = Map.copyOf(file);
        this.environment = Map.copyOf(environment);
        this.ports = new EnumMap<>(Port.class);
        for (Port port : Port.values()) {
            ports.put(
                    port,
                    value(port.property())
                            .map(text -> number(port.property(), text))
                            .orElse(port.usual()));
        }
        chosen.forEach((label, number) -> {
            Port port = Port.labelled(label)
                    .orElseThrow(() -> new SettingsException("There is no port named " + label + "; the names are "
                            + String.join(
                                    ", ",
                                    ports.keySet().stream().map(Port::label).toList())));
            ports.put(port, number(label, Integer.toString(number)));
        });
        refuseSharedPorts();
    }

    /** The settings of a home, with ports from the command line going first. */
    public static Settings of(Home home, Map<String, Integer> chosen) {
        return new Settings(read(home.settingsFile()), System.getenv(), chosen);
    }

    private static Map<String, String> read(Path path) {
        if (!Files.isRegularFile(path)) {
            return Map.of();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(path)) {
            properties.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException("The settings in " + path + " cannot be read", e);
        }
        Map<String, String> lines = new HashMap<>();
        properties.stringPropertyNames().forEach(key -> lines.put(key, properties.getProperty(key)));
        return lines;
    }

    /** Where a part listens. */
    public int port(Port port) {
        return ports.getOrDefault(port, port.usual());
    }

    /** The address of Superbill. */
    public String gateway() {
        return "http://localhost:" + port(Port.GATEWAY);
    }

    /** Where tokens come from. */
    public String issuer() {
        return "http://localhost:" + port(Port.KEYCLOAK) + "/realms/superbill";
    }

    /** The most that a part's Java heap may grow to, as {@code -Xmx} takes it. */
    public String heap(String part, String usual) {
        return value("heap." + part).orElse(usual);
    }

    /** How long a service that could do its work may go without a sign of life until it is started anew. */
    public Duration longestLifeless() {
        return value("lifeless-seconds")
                .map(text -> {
                    try {
                        return Duration.ofSeconds(Long.parseLong(text));
                    } catch (NumberFormatException e) {
                        throw new SettingsException("lifeless-seconds is " + text + ", which is no whole number", e);
                    }
                })
                .orElse(Duration.ofMinutes(1));
    }

    /**
     * How much log PostgreSQL keeps for a relay that is away: it must not fill the disk. With more than that its slot is lost,
     * and its events have to be sent again.
     */
    public String relayLog() {
        String size = value("relay-log").orElse("8GB");
        if (!SIZE.matcher(size).matches()) {
            throw new SettingsException("relay-log is " + size + ", which is no size such as 512MB or 8GB");
        }
        return size;
    }

    /** Variables that a person has added for a part. */
    public Map<String, String> environmentOf(String part) {
        String prefix = ENVIRONMENT + part + ".";
        Map<String, String> added = new HashMap<>();
        file.forEach((key, value) -> {
            if (key.startsWith(prefix)) {
                added.put(key.substring(prefix.length()), value);
            }
        });
        return added;
    }

    /** Parts that are somebody else's and are not started here. */
    public Set<String> without() {
        return new HashSet<>(value("without").stream()
                .flatMap(text -> Arrays.stream(text.split(",")))
                .map(String::strip)
                .filter(text -> !text.isEmpty())
                .toList());
    }

    private Optional<String> value(String key) {
        String variable =
                "SUPERBILL_" + key.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return Optional.ofNullable(environment.getOrDefault(variable, file.get(key)))
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    private static int number(String key, String text) {
        try {
            int number = Integer.parseInt(text);
            if (number >= 1 && number <= 65_535) {
                return number;
            }
        } catch (NumberFormatException e) {
            throw new SettingsException(key + " is " + text + ", which is no port number", e);
        }
        throw new SettingsException(key + " is " + text + "; a port is between 1 and 65535");
    }

    private void refuseSharedPorts() {
        Map<Integer, Port> owners = new HashMap<>();
        ports.forEach((port, number) -> {
            Port other = owners.putIfAbsent(number, port);
            if (other != null) {
                throw new SettingsException(
                        "%s and %s are both set to port %d".formatted(other.property(), port.property(), number));
            }
        });
    }
}
