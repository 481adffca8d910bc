package dev.superbill.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.check.Progress;
import dev.superbill.check.Report;
import dev.superbill.local.Road;
import dev.superbill.local.check.RunningStack;
import dev.superbill.local.stack.PartSnapshot;
import dev.superbill.local.stack.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code kill -9} of every part in turn, at random moments, while visits are coded, batches sent and remittances posted.
 * Afterwards everything that was answered has arrived, nothing twice, and the books agree. The short form kills each part
 * once; {@code deploy/superbill test --crash} goes on for as many rounds as it is told.
 */
@ExtendWith(Road.Given.class)
@Tag("drill")
class CrashIT {

    private static final List<String> VICTIMS = List.of(
            "scheduling", "claims", "payments", "staff", "gateway", "relay", "kafka", "postgresql", "clearinghouse");
    private static final Duration RECOVERY = Duration.ofMinutes(8);
    private static final Set<String> ON_THE_WAY = Set.of("DRAFT", "SCRUBBED", "BATCHED", "SENT", "RECEIVED");

    @Test
    void losesAndDoublesNothingWhateverDies(Road road) throws Exception {
        assertThat(road.day().exitCode()).as(road.day().output()).isZero();
        int rounds = Integer.getInteger("superbill.crash.rounds", 1);
        long seed = Long.getLong("superbill.crash.seed", System.nanoTime() & 0xFFFF_FFFFL);
        say(
                "seed %d, %d rounds; again with: deploy/superbill test --crash --seed %d --rounds %d",
                seed, rounds, seed, rounds);
        for (int round = 1; round <= rounds; round++) {
            round(road, seed + round - 1, "round " + round + " of " + rounds);
        }
    }

    private static void round(Road road, long seed, String name) throws Exception {
        SplittableRandom dice = new SplittableRandom(seed);
        Client client = new Client(road);
        List<String> order = new ArrayList<>(VICTIMS);
        Collections.shuffle(order, new Random(seed));
        String run = Long.toString(System.nanoTime(), 36).toUpperCase(java.util.Locale.ROOT);
        try (Office office = new Office(client, run, dice.split())) {
            office.begin();
            for (String victim : order) {
                Client.pause(Duration.ofMillis(500 + dice.nextInt(3_000)));
                say("%s: kill -9 %s", name, victim);
                kill(road, victim);
            }
            Client.pause(Duration.ofMillis(500 + dice.nextInt(3_000)));
            awaitHealthy(road);
            office.end();
            settle(client, office);
            agree(road, client, office);
            say(
                    "%s: %d visits, %d batches, %d remittances, lost 0, doubled 0",
                    name,
                    office.encounters().size(),
                    office.batches().size(),
                    office.remittances().size());
        }
    }

    /** The process and nothing around it: its own children have to notice. One that is down already is left. */
    private static void kill(Road road, String victim) {
        road.stack().parts().stream()
                .filter(part -> part.name().equals(victim))
                .map(PartSnapshot::process)
                .filter(process -> process != null)
                .flatMap(process -> process.alive().stream())
                .forEach(ProcessHandle::destroyForcibly);
    }

    private static void awaitHealthy(Road road) throws InterruptedException {
        Patience.until(
                RECOVERY,
                "all parts are healthy again",
                () -> road.stack().isHealthy()
                        && road.stack().parts().stream()
                                .map(PartSnapshot::process)
                                .allMatch(CrashIT::lives));
    }

    private static boolean lives(ProcessIdentity process) {
        return process != null && process.alive().isPresent();
    }

    /** What was answered is on its way to its end by itself. */
    private static void settle(Client client, Office office) throws InterruptedException {
        for (String id : office.batches()) {
            Patience.until(RECOVERY, "batch " + id + " is sent", () -> {
                JsonNode batch = client.get("biller", "/batches/" + id);
                return batch.path("claimIds").isEmpty() || !batch.path("sentAt").isNull();
            });
        }
        for (Map.Entry<String, String> remittance : office.remittances().entrySet()) {
            Patience.until(
                    RECOVERY,
                    "remittance " + remittance.getKey() + " is posted",
                    () -> client.get("biller", "/remittances/" + remittance.getValue())
                            .path("status")
                            .asText()
                            .equals("POSTED"));
        }
        List<String> waiting = new ArrayList<>(office.encounters().values());
        Patience.until(RECOVERY, "every claim is answered", () -> {
            waiting.removeIf(encounter -> client.get("biller", "/encounters/" + encounter)
                    .path("claimIds")
                    .valueStream()
                    .map(id -> client.get("biller", "/claims/" + id.asText()))
                    .filter(claim -> claim.path("rank").asInt() == 1)
                    .noneMatch(claim -> ON_THE_WAY.contains(claim.path("status").asText())));
            return waiting.isEmpty();
        });
    }

    private static void agree(Road road, Client client, Office office) throws Exception {
        Report report = RunningStack.of(road.stack()).check(Duration.ofMinutes(3), Progress.SILENT);
        assertThat(report.findings()).isEmpty();
        List<String> hashes = received(road);
        assertThat(hashes).as("the clearinghouse picked no file up twice").doesNotHaveDuplicates();
        for (String id : office.batches()) {
            JsonNode batch = client.get("biller", "/batches/" + id);
            if (!batch.path("claimIds").isEmpty()) {
                assertThat(batch.path("acknowledgements").isEmpty())
                        .as("batch %s was answered", id)
                        .isFalse();
            }
        }
        assertThat(half(road)).as("no half file lies on the server").isEmpty();
    }

    /** Hashes of the files that the clearinghouse has picked up. */
    private static List<String> received(Road road) throws Exception {
        List<String> hashes = new ArrayList<>();
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        try (Stream<Path> files = Files.walk(road.home().resolve("data/clearinghouse/received"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                byte[] bytes = Files.readAllBytes(file);
                assertThat(new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1).strip())
                        .as("%s is whole", file)
                        .startsWith("ISA")
                        .containsPattern("IEA\\*1\\*\\d{9}~$");
                hashes.add(HexFormat.of().formatHex(sha256.digest(bytes)));
            }
        }
        return hashes;
    }

    /** Files in the mailboxes' outbound folders: under their final names none may stay, temporary ones are not picked up. */
    private static List<Path> half(Road road) throws IOException {
        try (Stream<Path> files = Files.walk(road.home().resolve("data/clearinghouse"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.getParent().endsWith("outbound"))
                    .filter(file -> !file.getFileName().toString().matches("\\..*|.*\\.(tmp|part)"))
                    .toList();
        }
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(java.util.Locale.ROOT, format + "%n", arguments);
    }
}
