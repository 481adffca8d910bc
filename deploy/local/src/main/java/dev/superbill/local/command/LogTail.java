package dev.superbill.local.command;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The end of a log file, and what is added to it. */
final class LogTail {

    /** Enough for some hundred lines; a log may have grown to gigabytes. */
    private static final int WINDOW = 256 * 1024;

    private final Path file;
    private long position;

    LogTail(Path file) throws IOException {
        this.file = file;
        this.position = Files.exists(file) ? Files.size(file) : 0;
    }

    /** The last lines of a file, at most so many. */
    static List<String> last(Path file, int count) throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        long size = Files.size(file);
        List<String> lines =
                read(file, Math.max(0, size - WINDOW), size).lines().toList();
        return lines.subList(Math.max(0, lines.size() - count), lines.size());
    }

    /** Whole lines that were added since the last call. */
    List<String> added() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        long size = Files.size(file);
        if (size < position) {
            // a new file under the old name
            position = 0;
        }
        String text = read(file, position, Math.min(size, position + WINDOW));
        int end = text.lastIndexOf('\n') + 1;
        if (end == 0) {
            return List.of();
        }
        String whole = text.substring(0, end);
        position += whole.getBytes(StandardCharsets.UTF_8).length;
        return whole.lines().toList();
    }

    private static String read(Path file, long from, long to) throws IOException {
        try (RandomAccessFile access = new RandomAccessFile(file.toFile(), "r")) {
            byte[] bytes = new byte[(int) (to - from)];
            access.seek(from);
            access.readFully(bytes);
            return new String(bytes, StandardCharsets.UTF_8);
        }
    }
}
