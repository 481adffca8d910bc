package dev.superbill.clearinghouse.mailbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folders on disk. */
public final class Mailboxes {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9_.-]{0,63}");

    private final Path root;
    // beside the mailboxes, on their disk; no submitter id begins with a dot
    private final Path unfinished;

    /** Mailboxes below a directory, which is made when absent. */
    public Mailboxes(Path root) {
        this.root = root;
        this.unfinished = root.resolve(".unfinished");
        make(unfinished);
    }

    /** True when a submitter id can name a mailbox. */
    static boolean isName(String submitter) {
        return NAME.matcher(submitter).matches();
    }

    /** The home of a submitter with both folders in it; made when absent. */
    Path homeOf(String submitter) {
        if (!isName(submitter)) {
            throw new IllegalArgumentException("not a submitter id");
        }
        Path home = root.resolve(submitter);
        make(home.resolve("outbound"));
        make(home.resolve("inbound"));
        return home;
    }

    /** A file that a submitter has put down completely. */
    public record Arrived(String submitter, Path file) {}

    /** All complete files, oldest name first in each mailbox; half-sent ones (dot, .tmp, .part) are left alone. */
    public List<Arrived> arrived() {
        List<Arrived> all = new ArrayList<>();
        for (Path home : children(root)) {
            for (Path file : children(home.resolve("outbound"))) {
                String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
                boolean complete = !name.startsWith(".")
                        && !name.endsWith(".tmp")
                        && !name.endsWith(".part")
                        && !name.endsWith(".filepart");
                if (complete && Files.isRegularFile(file)) {
                    all.add(new Arrived(home.getFileName().toString(), file));
                }
            }
        }
        return all;
    }

    /**
     * Lays an answer into a submitter's {@code inbound/}: written outside the mailbox, forced to disk, moved in as a
     * whole. Doing it again with the same content changes nothing. A name that vanished from {@code inbound/} between a
     * listing and its attributes would fail the whole listing of a submitter.
     */
    public void deliver(String submitter, String fileName, String content) {
        Path inbound = homeOf(submitter).resolve("inbound");
        Path half = unfinished.resolve(submitter + "." + fileName);
        try {
            Files.writeString(half, content, StandardCharsets.ISO_8859_1);
            try (FileChannel channel = FileChannel.open(half, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(half, inbound.resolve(fileName), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> children(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> all = Files.list(folder)) {
            return all.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void make(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
