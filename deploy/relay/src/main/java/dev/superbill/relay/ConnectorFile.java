package dev.superbill.relay;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One connector as its file describes it. Values in <code>${env:NAME}</code> stay as they are: the worker fills them in,
 * so that no password is stored in Kafka.
 *
 * @param name the connector's name
 * @param config all of its settings, the name too
 */
record ConnectorFile(String name, Map<String, String> config) {

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{env:([A-Za-z0-9_]+)}");

    /** The connectors of a folder, by file name. */
    static List<ConnectorFile> in(Path folder) {
        List<ConnectorFile> connectors = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.properties")) {
            for (Path file : files) {
                connectors.add(read(file));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The connector files in " + folder + " cannot be read", e);
        }
        connectors.sort(Comparator.comparing(ConnectorFile::name));
        return List.copyOf(connectors);
    }

    private static ConnectorFile read(Path file) throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        Map<String, String> config = properties.stringPropertyNames().stream()
                .collect(Collectors.toUnmodifiableMap(key -> key, properties::getProperty));
        String name = config.get("name");
        if (name == null) {
            throw new IllegalArgumentException(file + " names no connector: it needs a line name=...");
        }
        return new ConnectorFile(name, config);
    }

    /**
     * A setting with its variables filled in from the environment.
     *
     * @throws IllegalArgumentException when the setting or a variable is missing
     */
    String resolved(String key, Map<String, String> environment) {
        String value = config.get(key);
        if (value == null) {
            throw new IllegalArgumentException("Connector " + name + " has no " + key);
        }
        return VARIABLE.matcher(value).replaceAll(variable -> {
            String filled = environment.get(variable.group(1));
            if (filled == null) {
                throw new IllegalArgumentException("Connector " + name + " needs the environment variable "
                        + variable.group(1) + " for its " + key);
            }
            return Matcher.quoteReplacement(filled);
        });
    }
}
