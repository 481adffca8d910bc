package dev.superbill.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.local.Home;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** The file by which a supervisor tells other invocations of the command what it watches. */
final class StackFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path path;

    StackFile(Home home) {
        this.path = home.run().resolve("stack.json");
    }

    /** Writes it whole or not at all: a reader never sees half of it. */
    synchronized void write(StackSnapshot snapshot) {
        try {
            Path half = path.resolveSibling("stack.json.new");
            Files.write(half, JSON.writeValueAsBytes(snapshot));
            Files.move(half, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("The state of the stack cannot be written to " + path, e);
        }
    }

    /** What was last told; empty when nothing was, or when it cannot be read. */
    Optional<StackSnapshot> read() {
        try {
            return Files.exists(path)
                    ? Optional.of(JSON.readValue(Files.readAllBytes(path), StackSnapshot.class))
                    : Optional.empty();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    void delete() {
        try {
            Files.deleteIfExists(path);
        } catch (IOException e) {
            throw new UncheckedIOException("The state of the stack cannot be removed from " + path, e);
        }
    }
}
