package dev.superbill.local.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Looks at a service's Java heap, by its own metrics, several times a second while something is measured. */
final class HeapWatch implements AutoCloseable {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(250);
    private static final Pattern USED =
            Pattern.compile("^jvm_memory_used_bytes\\{([^}]*area=\"heap\"[^}]*)} (\\S+)$", Pattern.MULTILINE);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final HttpRequest metrics;
    private final AtomicLong most = new AtomicLong();
    private final Thread thread;

    HeapWatch(URI service) {
        this.metrics = HttpRequest.newBuilder(service.resolve("/q/metrics"))
                .timeout(Duration.ofSeconds(10))
                .build();
        this.thread = Thread.ofVirtual().start(this::watch);
    }

    /** The most that was in use at a look, in MiB; what no collection has removed yet counts. */
    double mostMebibytes() {
        return most.get() / 1048576.0;
    }

    private void watch() {
        try {
            while (true) {
                look();
                Thread.sleep(BETWEEN_LOOKS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() throws InterruptedException {
        try {
            Matcher pool =
                    USED.matcher(http.send(metrics, BodyHandlers.ofString()).body());
            double used = 0;
            while (pool.find()) {
                used += Double.parseDouble(pool.group(2));
            }
            most.accumulateAndGet((long) used, Math::max);
        } catch (IOException e) {
            // it is busy; the next look tells
        }
    }

    @Override
    public void close() {
        thread.interrupt();
        http.close();
    }
}
