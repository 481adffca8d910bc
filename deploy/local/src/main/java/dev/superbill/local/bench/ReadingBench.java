package dev.superbill.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.local.Home;
import dev.superbill.local.SettingsException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * (d) How fast X12 files are read, by Superbill's library and by others. In a process of its own: the other libraries are on
 * no class path of Superbill, and the heap is theirs alone.
 */
record ReadingBench(Home home, Scale scale) implements Bench {

    private static final double LEAST_TIMES_FASTEST = 2;
    private static final int BYTES_OF_A_CLAIM = 380;
    private static final String OURS = "superbill";

    @Override
    public void run(Figures figures) throws IOException, InterruptedException {
        figures.progress("(d) writing files of %d MB and reading them", scale.fileBytes() / 1_000_000);
        Path remittance = Files.createTempFile("superbill-bench", ".835");
        try {
            try (Payer payer = new Payer(remittance)) {
                payer.payUnknown(scale.fileBytes() / BYTES_OF_A_CLAIM, 3);
            }
            compare(figures, remittance);
        } finally {
            Files.delete(remittance);
        }
    }

    private void compare(Figures figures, Path file) throws IOException, InterruptedException {
        Path libraries = home.artifact("deploy/bench/target/lib");
        if (!Files.isDirectory(libraries)) {
            throw new SettingsException("deploy/bench is not built: start bench through deploy/superbill");
        }
        Process process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-XX:+UseSerialGC",
                        "-cp",
                        home.artifact("deploy/bench/target/superbill-bench.jar") + ":" + libraries + "/*",
                        "dev.superbill.bench.ReadingComparison",
                        file.toString()))
                .redirectError(home.log("bench").toFile())
                .start();
        ObjectMapper json = new ObjectMapper();
        Map<String, Double> speeds = new HashMap<>();
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                JsonNode one = json.readTree(line);
                String reader = one.path("reader").asText();
                double speed = one.path("megabytesPerSecond").asDouble();
                speeds.put(reader, speed);
                figures.add(Figure.of("d", "835 read by " + reader, speed, "MB/s"));
            }
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException("The readers could not be compared; see " + home.log("bench"));
        }
        double fastest = speeds.entrySet().stream()
                .filter(other -> !other.getKey().startsWith(OURS))
                .mapToDouble(Map.Entry::getValue)
                .max()
                .orElseThrow();
        speeds.forEach((reader, speed) -> {
            if (reader.startsWith(OURS)) {
                figures.add(Figure.atLeast(
                        "d", reader + " against the fastest other", speed / fastest, "times", LEAST_TIMES_FASTEST));
            }
        });
    }
}
