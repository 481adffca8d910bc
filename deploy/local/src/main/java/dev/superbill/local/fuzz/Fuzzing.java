package dev.superbill.local.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.stack.Memory;
import dev.superbill.local.stack.PartSnapshot;
import dev.superbill.local.stack.StackSnapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

/** Sends mutations until the count is reached, and looks whether the programs have come through unharmed. */
final class Fuzzing {

    /**
     * What is to be sent.
     *
     * @param seed of all mutations
     * @param first the number of the first mutation; a failing one is repeated by its seed and number alone
     * @param inputs how many
     * @param clients how many at a time
     */
    record Plan(long seed, long first, long inputs, int clients) {}

    private static final Set<String> SERVICES = Set.of("scheduling", "claims", "payments", "staff", "gateway");
    private static final List<String> PRACTICES = List.of("", "@cedar");
    private static final long MIX = 0x9E3779B97F4A7C15L;
    private static final int MOST_TOLD = 20;
    private static final Duration EACH_PROGRESS = Duration.ofSeconds(10);

    /** A part may still fill its heap and its code cache, whose sizes are bounded; more is a leak. */
    private static final long GROWTH_BYTES = 192L << 20;

    private final Gateway gateway;
    private final Supplier<StackSnapshot> stack;
    private final Path kept;
    private final PrintWriter out;
    private final Map<Integer, LongAdder> statuses = new ConcurrentSkipListMap<>();
    private final ConcurrentLinkedQueue<String> findings = new ConcurrentLinkedQueue<>();

    /**
     * @param stack the stack at this moment
     * @param kept the folder in which inputs that find something are kept
     */
    Fuzzing(Gateway gateway, Supplier<StackSnapshot> stack, Path kept, PrintWriter out) {
        this.gateway = gateway;
        this.stack = stack;
        this.kept = kept;
        this.out = out;
    }

    /** Everything that is not as it should be; empty when all is well. */
    List<String> run(Plan plan) throws InterruptedException {
        tell(
                "Seed %d, mutations %d to %d, %d at a time",
                plan.seed(), plan.first(), plan.first() + plan.inputs() - 1, plan.clients());
        List<Sample> samples = new Corpus(gateway).gather();
        tell("%d samples", samples.size());
        // the first pass warms up what only grows once
        samples.forEach(gateway::send);
        StackSnapshot before = stack.get();
        Map<String, Long> resident = resident(before);
        send(plan, samples);
        compare(before, resident, stack.get());
        PRACTICES.forEach(this::balance);
        tell("Answers by status: %s", statuses);
        findings.stream().limit(MOST_TOLD).forEach(finding -> tell("  FOUND %s", finding));
        return List.copyOf(findings);
    }

    private void send(Plan plan, List<Sample> samples) throws InterruptedException {
        AtomicLong next = new AtomicLong(plan.first());
        long end = plan.first() + plan.inputs();
        CountDownLatch done = new CountDownLatch(plan.clients());
        for (int i = 0; i < plan.clients(); i++) {
            Thread.ofVirtual().start(() -> {
                try {
                    for (long number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
                        attempt(plan.seed(), number, samples);
                    }
                } catch (RuntimeException e) {
                    findings.add("a client ended early: " + e);
                } finally {
                    done.countDown();
                }
            });
        }
        while (!done.await(EACH_PROGRESS.toSeconds(), TimeUnit.SECONDS)) {
            tell("  %d of %d, %d found", Math.min(next.get(), end) - plan.first(), plan.inputs(), findings.size());
        }
    }

    private void attempt(long seed, long number, List<Sample> samples) {
        SplittableRandom random = new SplittableRandom(seed ^ number * MIX);
        Sample mutated = new Mutation(random).of(samples.get(random.nextInt(samples.size())));
        Gateway.Answer answer = gateway.send(mutated);
        statuses.computeIfAbsent(answer.status(), status -> new LongAdder()).increment();
        String fault = fault(answer);
        if (!fault.isEmpty()) {
            findings.add("%s (--seed %d --first %d --inputs 1, kept as %s): %s"
                    .formatted(mutated.name(), seed, number, keep(seed, number, mutated), fault));
        }
    }

    private static String fault(Gateway.Answer answer) {
        if (answer.status() == 0) {
            return "no answer: " + answer.type();
        }
        if (answer.status() >= 500) {
            return answer.status() + " " + new String(answer.body(), StandardCharsets.UTF_8);
        }
        boolean told = answer.type().startsWith("application/problem+json")
                && answer.json().hasNonNull("code");
        // an address that is no address, or a head that is too long, is refused before anybody could tell why
        boolean unheard = answer.body().length == 0 && Set.of(400, 414, 431).contains(answer.status());
        return answer.status() >= 400 && !told && !unheard
                ? answer.status() + " without a problem, but " + answer.type()
                : "";
    }

    private Path keep(long seed, long number, Sample sample) {
        Path file = kept.resolve(seed + "-" + number + ".txt");
        String head = "%s %s as %s, %s %s%n%n"
                .formatted(sample.method(), sample.path(), sample.user(), sample.type(), sample.headers());
        try {
            Files.createDirectories(kept);
            Files.write(file, head.getBytes(StandardCharsets.UTF_8));
            Files.write(file, sample.body(), StandardOpenOption.APPEND);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, Long> resident(StackSnapshot snapshot) {
        Map<String, Long> bytes = new ConcurrentSkipListMap<>();
        services(snapshot).forEach(part -> bytes.put(part.name(), resident(part)));
        return bytes;
    }

    private static List<PartSnapshot> services(StackSnapshot snapshot) {
        return snapshot.parts().stream()
                .filter(part -> SERVICES.contains(part.name()))
                .toList();
    }

    private static long resident(PartSnapshot part) {
        return part.process() == null
                ? 0
                : part.process().alive().map(Memory::resident).orElse(0L);
    }

    private void compare(StackSnapshot before, Map<String, Long> resident, StackSnapshot after) {
        Map<String, Integer> restarts = new ConcurrentSkipListMap<>();
        services(before).forEach(part -> restarts.put(part.name(), part.restarts()));
        for (PartSnapshot part : services(after)) {
            long earlier = resident.getOrDefault(part.name(), 0L);
            long now = resident(part);
            tell("  %-12s %4d MiB before, %4d MiB after", part.name(), earlier >> 20, now >> 20);
            if (part.restarts() > restarts.getOrDefault(part.name(), 0)) {
                findings.add(part.name() + " died and was started again");
            }
            if (now > earlier + GROWTH_BYTES) {
                findings.add("%s grew by %d MiB".formatted(part.name(), (now - earlier) >> 20));
            }
        }
    }

    private void balance(String practice) {
        JsonNode trial = gateway.get("billing-manager" + practice, "/api/v1/ledger/trial-balance");
        long debit = trial.path("debitCents").asLong(-1);
        long credit = trial.path("creditCents").asLong(-2);
        tell("  ledger of %s: %d = %d", practice.isEmpty() ? "maple" : practice.substring(1), debit, credit);
        if (debit != credit) {
            findings.add("the ledger is out of balance: " + trial);
        }
    }

    private void tell(String format, Object... values) {
        out.println(String.format(Locale.ROOT, format, values));
        out.flush();
    }
}
