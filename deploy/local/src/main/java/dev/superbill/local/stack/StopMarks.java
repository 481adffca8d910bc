package dev.superbill.local.stack;

import dev.superbill.local.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which parts a person wants stopped: an empty file for each, that the supervisor looks for. */
final class StopMarks {

    private final Path folder;

    StopMarks(Home home) {
        this.folder = home.run().resolve("stop");
    }

    boolean has(String part) {
        return Files.exists(folder.resolve(part));
    }

    void set(String part) {
        try {
            Files.createDirectories(folder);
            if (!has(part)) {
                Files.createFile(folder.resolve(part));
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The wish to stop " + part + " cannot be written to " + folder, e);
        }
    }

    void clear(String part) {
        try {
            Files.deleteIfExists(folder.resolve(part));
        } catch (IOException e) {
            throw new UncheckedIOException("The wish to stop " + part + " cannot be removed from " + folder, e);
        }
    }

    void clearAll() {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (DirectoryStream<Path> marks = Files.newDirectoryStream(folder)) {
            for (Path mark : marks) {
                clear(mark.getFileName().toString());
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The wishes to stop cannot be read from " + folder, e);
        }
    }
}
