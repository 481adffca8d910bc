package dev.superbill.local.crash;

import dev.superbill.local.Road;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.ClosedWatchServiceException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchEvent;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The mailboxes of the SFTP server, watched from its own disk: whoever looks there at any moment has to find whole files only
 * under names that are taken for finished.
 */
final class Mailboxes implements AutoCloseable {

    private static final Pattern UNFINISHED = Pattern.compile("\\..*|.*\\.(tmp|part|filepart)");

    private final Path folder;
    private final WatchService watch;
    private final Map<WatchKey, Path> watched = new HashMap<>();
    private final Thread watcher;
    private final Set<String> halves = ConcurrentHashMap.newKeySet();
    private final AtomicInteger seen = new AtomicInteger();

    /** One file that was sent or received: its whole bytes, by their hash and the control number of their interchange. */
    record Interchange(Path file, String sha256, String controlNumber) {}

    Mailboxes(Road road) throws IOException {
        folder = road.home().resolve("data/clearinghouse");
        watch = folder.getFileSystem().newWatchService();
        for (Path box : boxes()) {
            watched.put(
                    box.register(watch, StandardWatchEventKinds.ENTRY_CREATE, StandardWatchEventKinds.ENTRY_MODIFY),
                    box);
        }
        watcher = Thread.ofVirtual().name("mailboxes").start(this::watch);
    }

    private List<Path> boxes() throws IOException {
        try (Stream<Path> folders = Files.walk(folder.resolve("mailboxes"), 2)) {
            return folders.filter(box -> box.endsWith("outbound") || box.endsWith("inbound"))
                    .toList();
        }
    }

    private void watch() {
        try {
            while (true) {
                WatchKey key = watch.take();
                for (WatchEvent<?> event : key.pollEvents()) {
                    if (event.context() instanceof Path name) {
                        look(watched.getOrDefault(key, folder).resolve(name));
                    }
                }
                key.reset();
            }
        } catch (ClosedWatchServiceException e) {
            // the watch is over
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Path file) {
        if (UNFINISHED.matcher(file.getFileName().toString()).matches()) {
            return;
        }
        try {
            String text = Files.readString(file, StandardCharsets.ISO_8859_1);
            seen.incrementAndGet();
            if (!isWhole(text)) {
                halves.add(file + " with " + text.length() + " bytes");
            }
        } catch (NoSuchFileException e) {
            // the other side has taken it already, and keeps it where it is looked at in the end
        } catch (IOException e) {
            halves.add(file + " cannot be read: " + e.getMessage());
        }
    }

    /** What was not whole at any moment. */
    Set<String> halves() {
        return Set.copyOf(halves);
    }

    /** How many finished names were looked at while they came. */
    int seen() {
        return seen.get();
    }

    /** Finished names that the clearinghouse has not picked up. */
    List<Path> waiting() throws IOException {
        List<Path> waiting = new ArrayList<>();
        for (Path box : boxes()) {
            if (box.endsWith("outbound")) {
                try (Stream<Path> files = Files.list(box)) {
                    files.filter(file -> !UNFINISHED
                                    .matcher(file.getFileName().toString())
                                    .matches())
                            .forEach(waiting::add);
                }
            }
        }
        return waiting;
    }

    /** The files that the clearinghouse has picked up; a half one is an error. */
    List<Interchange> received() throws IOException {
        return interchanges(List.of(folder.resolve("received")));
    }

    /** The answers that lie in the mailboxes; nobody removes them. */
    List<Interchange> answers() throws IOException {
        return interchanges(
                boxes().stream().filter(box -> box.endsWith("inbound")).toList());
    }

    private static List<Interchange> interchanges(List<Path> folders) throws IOException {
        List<Interchange> all = new ArrayList<>();
        for (Path folder : folders) {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    byte[] bytes = Files.readAllBytes(file);
                    String text = new String(bytes, StandardCharsets.ISO_8859_1);
                    if (!isWhole(text)) {
                        throw new AssertionError(file + " is half a file: " + bytes.length + " bytes");
                    }
                    all.add(new Interchange(file, sha256(bytes), text.substring(90, 99)));
                }
            }
        }
        return all;
    }

    /** From an ISA to the IEA with its number; the header says by which characters it is cut. */
    private static boolean isWhole(String text) {
        if (!text.startsWith("ISA") || text.length() < 106) {
            return false;
        }
        String element = Pattern.quote(text.substring(3, 4));
        String end = Pattern.quote(text.substring(105, 106));
        return Pattern.compile("IEA" + element + "\\d+" + element + text.substring(90, 99) + end + "\\s*$")
                .matcher(text)
                .find();
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws IOException {
        watch.close();
        watcher.interrupt();
    }
}
