package dev.superbill.local.stack;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** How much memory a process and its children hold. */
public final class Memory {

    private static final Path PROC = Path.of("/proc");
    private static final long KIB = 1024;

    private Memory() {}

    /** Resident bytes of a process with its children; what they share (PostgreSQL's buffers) is counted once. */
    public static long resident(ProcessHandle process) {
        return resident(Stream.concat(Stream.of(process), process.descendants())
                .map(ProcessHandle::pid)
                .toList());
    }

    /** Resident bytes of a process without its children. */
    public static long residentAlone(ProcessHandle process) {
        return resident(List.of(process.pid()));
    }

    private static long resident(List<Long> pids) {
        return Files.isDirectory(PROC.resolve("self")) ? fromProc(pids) : fromPs(pids);
    }

    private static long fromProc(List<Long> pids) {
        long own = 0;
        long file = 0;
        long shared = 0;
        for (long pid : pids) {
            try {
                List<String> status = Files.readAllLines(PROC.resolve(pid + "/status"), StandardCharsets.ISO_8859_1);
                own += bytes(status, "RssAnon:");
                file = Math.max(file, bytes(status, "RssFile:"));
                shared = Math.max(shared, bytes(status, "RssShmem:"));
            } catch (IOException e) {
                // it has just ended and holds nothing
                continue;
            }
        }
        return own + file + shared;
    }

    private static long bytes(List<String> status, String name) {
        return status.stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> kib(line.substring(name.length())))
                .sum();
    }

    private static long kib(String text) {
        return Long.parseLong(text.replace("kB", "").strip()) * KIB;
    }

    private static long fromPs(List<Long> pids) {
        List<String> command = Stream.concat(
                        Stream.of("ps", "-o", "rss="),
                        pids.stream().flatMap(pid -> Stream.of("-p", Long.toString(pid))))
                .toList();
        try {
            Process ps = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return answer.lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty())
                    .mapToLong(Memory::kib)
                    .sum();
        } catch (IOException e) {
            // a figure for a person to look at: none is better than a failed command
            return 0;
        }
    }

    /** For a person to read: {@code 212 MiB}, {@code 2.41 GiB}. */
    public static String readable(long bytes) {
        long mib = KIB * KIB;
        return bytes < KIB * mib ? bytes / mib + " MiB" : "%.2f GiB".formatted((double) bytes / (KIB * mib));
    }
}
