package dev.superbill.local.backup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.superbill.local.SettingsException;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where backups lie.
 *
 * @param folder holds {@code base-<time>} for each copy and {@code log}, which goes on from each of them
 */
record BackupFolder(Path folder) {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BASE = "base-";
    private static final String TOLD = "backup.json";

    /**
     * One copy of the database server's files.
     *
     * @param folder where it lies
     * @param finished from when on it can be restored to
     * @param firstLog the first file of the log that it needs
     */
    record Base(Path folder, Instant finished, String firstLog) {

        Path data() {
            return folder.resolve("postgresql");
        }

        /** Keys and settings of the home. */
        Path home() {
            return folder.resolve("home");
        }
    }

    BackupFolder {
        folder = folder.toAbsolutePath().normalize();
    }

    Path log() {
        return folder.resolve("log");
    }

    /** A place for a new copy; without {@link #complete} it is none. */
    Path begin(Instant now) throws IOException {
        Path base = folder.resolve(BASE + now.toString().replaceAll("[^0-9TZ]", "-"));
        return Files.createDirectories(base);
    }

    /** Says that a copy is whole. */
    Base complete(Path base, Instant finished, String firstLog) throws IOException {
        ObjectNode told = JSON.createObjectNode();
        told.put("finished", finished.toString());
        told.put("firstLog", firstLog);
        Files.write(base.resolve(TOLD), JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(told));
        return new Base(base, finished, firstLog);
    }

    /** All whole copies, the oldest first. */
    List<Base> bases() throws IOException {
        List<Base> bases = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> folders = Files.newDirectoryStream(folder, BASE + "*")) {
                for (Path base : folders) {
                    if (Files.isReadable(base.resolve(TOLD))) {
                        JsonNode told = JSON.readTree(Files.readAllBytes(base.resolve(TOLD)));
                        bases.add(new Base(
                                base,
                                Instant.parse(told.path("finished").asText()),
                                told.path("firstLog").asText()));
                    }
                }
            }
        }
        bases.sort(Comparator.comparing(Base::finished));
        return bases;
    }

    /**
     * The newest copy from which a moment can be reached.
     *
     * @param until the moment; null for the newest that there is
     * @throws SettingsException when there is none
     */
    Base newest(@Nullable Instant until) throws IOException {
        return bases().reversed().stream()
                .filter(base -> until == null || !base.finished().isAfter(until))
                .findFirst()
                .orElseThrow(() -> new SettingsException(
                        until == null
                                ? "There is no whole backup in " + folder
                                : "There is no backup in " + folder + " that was finished by " + until));
    }

    /** Removes all but the newest copies, and the log that only the removed ones need. */
    void keep(int newest) throws IOException {
        List<Base> bases = bases();
        if (bases.size() <= newest) {
            return;
        }
        List<Base> removed = bases.subList(0, bases.size() - newest);
        for (Base base : removed) {
            // first it stops being a backup
            Files.delete(base.folder().resolve(TOLD));
            Folders.remove(base.folder());
        }
        String first = bases.get(removed.size()).firstLog();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(log(), "[0-9A-F]*")) {
            for (Path file : files) {
                if (isOlder(file.getFileName().toString(), first)) {
                    Files.delete(file);
                }
            }
        }
    }

    /** By place in the log; the first eight digits are the time line, of which a later one begins with an earlier one. */
    private static boolean isOlder(String file, String first) {
        return file.length() >= 24 && file.substring(8, 24).compareTo(first.substring(8, 24)) < 0;
    }
}
