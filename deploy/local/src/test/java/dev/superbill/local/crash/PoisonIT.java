package dev.superbill.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.Patience;
import dev.superbill.local.Road;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Poison on every partition of a topic: it is parked whole, with where it stood and why, and what follows it is applied. */
@ExtendWith(Road.Given.class)
class PoisonIT {

    private static final String TOPIC = "claims.payer";
    private static final String CONSUMER = "payments.payer";
    private static final String DEAD_LETTERS = "dead-letter." + CONSUMER + "." + TOPIC;
    private static final String TYPE = "dev.superbill.claims.payer-changed.v1";
    private static final String MARK = "POISON-PAYLOAD";
    private static final int MUTATIONS = 60;
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    @Test
    void parksPoisonAndPutsItBackInOrder(Road road) throws Exception {
        assertThat(road.day().exitCode()).as(road.day().output()).isZero();
        Client client = new Client(road);
        try (Broker broker = new Broker(road)) {
            Map<String, byte[]> poison = new HashMap<>();
            long seed = Long.getLong("superbill.poison.seed", 1);
            List<ProducerRecord<byte[], byte[]>> messages = new ArrayList<>();
            Random random = new Random(seed);
            int partitions = broker.partitions(TOPIC);
            for (int i = 0; i < MUTATIONS; i++) {
                String id = UUID.randomUUID().toString();
                byte[] value = mutated(random);
                poison.put(id, value);
                messages.add(message(
                        i % partitions,
                        "poison-" + i % partitions,
                        id,
                        i % 10 == 9 ? TYPE.replace(".v1", ".v99") : TYPE,
                        value));
            }
            broker.send(messages);

            // on whichever partition it comes, poison stands before it
            String payer = "AFTER" + System.nanoTime() % 100_000;
            JsonNode made = client.must(
                    "billing-manager",
                    "POST",
                    "/payers",
                    "application/json",
                    client.write(Map.of(
                            "payerIdentifier",
                            payer,
                            "name",
                            "After the poison",
                            "claimFilingIndicator",
                            "CI",
                            "timelyFilingDays",
                            90)),
                    "");
            assertThat(made.path("id").asText()).isNotEmpty();
            Patience.until(PATIENCE, "the partitions go on", () -> broker.lag() == 0);

            List<ConsumerRecord<byte[], byte[]>> parked = parked(broker, poison.keySet());
            assertThat(parked).isNotEmpty().allSatisfy(letter -> {
                assertThat(letter.value()).isEqualTo(poison.get(Broker.header(letter, "ce_id")));
                assertThat(new String(letter.key(), StandardCharsets.UTF_8)).startsWith("poison-");
                assertThat(Broker.header(letter, "dead-letter-topic")).isEqualTo(TOPIC);
                assertThat(Broker.header(letter, "dead-letter-partition")).isNotNull();
                assertThat(Broker.header(letter, "dead-letter-offset")).isNotNull();
                assertThat(Broker.header(letter, "dead-letter-reason")).isNotBlank();
            });
            listed(client, parked.size());
            replayed(client, broker, parked);
            System.out.printf(
                    "seed %d: %d mutations, %d parked, none lost, replayed in order%n", seed, MUTATIONS, parked.size());
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> parked(Broker broker, Set<String> ids) {
        return broker.read(List.of(DEAD_LETTERS)).stream()
                .filter(letter -> ids.contains(String.valueOf(Broker.header(letter, "ce_id"))))
                .toList();
    }

    /** An operator sees where each stood and why it is there, and nothing of what it says. */
    private static void listed(Client client, int atLeast) {
        List<JsonNode> letters = client.all("ops", "/ops/dead-letters").stream()
                .filter(letter -> letter.path("topic").asText().equals(DEAD_LETTERS))
                .toList();
        assertThat(letters).hasSizeGreaterThanOrEqualTo(atLeast).allSatisfy(letter -> {
            assertThat(letter.path("cause").asText()).isNotBlank();
            assertThat(letter.path("origin").path("topic").asText()).isEqualTo(TOPIC);
            assertThat(letter.toString()).doesNotContain(MARK);
        });
    }

    /** They go back to their key's partition in the order in which they were parked, each with its own bytes and id. */
    private static void replayed(Client client, Broker broker, List<ConsumerRecord<byte[], byte[]>> parked)
            throws Exception {
        long before = broker.read(List.of(TOPIC)).size();
        client.must("ops", "POST", "/ops/dead-letters/" + DEAD_LETTERS + "/replay", "application/json", "{}", "");
        Set<String> ids = new HashSet<>();
        parked.forEach(letter -> ids.add(Broker.header(letter, "ce_id")));

        Map<String, List<String>> expected = new HashMap<>();
        parked.forEach(letter ->
                expected.computeIfAbsent(key(letter), key -> new ArrayList<>()).add(Broker.header(letter, "ce_id")));
        List<ConsumerRecord<byte[], byte[]>> all = broker.read(List.of(TOPIC));
        assertThat(all.size()).isGreaterThanOrEqualTo((int) before);
        Map<String, List<String>> back = new HashMap<>();
        Map<String, Integer> seen = new HashMap<>();
        for (ConsumerRecord<byte[], byte[]> message : all) {
            String id = String.valueOf(Broker.header(message, "ce_id"));
            if (ids.contains(id) && seen.merge(id, 1, Integer::sum) == 2) {
                back.computeIfAbsent(key(message), key -> new ArrayList<>()).add(id);
            }
        }
        assertThat(back).isEqualTo(expected);
        // what is still poison is parked again, and nothing stands still
        Patience.until(PATIENCE, "the replayed events are read", () -> broker.lag() == 0);
    }

    private static String key(ConsumerRecord<byte[], byte[]> message) {
        return new String(message.key(), StandardCharsets.UTF_8);
    }

    /** A valid event of a payer that nobody has, with some of its bytes changed so that it is one no longer. */
    private static byte[] mutated(Random random) {
        byte[] event = ("{\"payerId\":\"" + UUID.randomUUID() + "\",\"version\":1,\"payerIdentifier\":\"" + MARK
                        + "\",\"name\":\"" + MARK + "\"}")
                .getBytes(StandardCharsets.UTF_8);
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            event[random.nextInt(event.length)] = (byte) random.nextInt(256);
        }
        // the end is what makes it JSON
        event[event.length - 1] = (byte) random.nextInt('}');
        return event;
    }

    private static ProducerRecord<byte[], byte[]> message(
            int partition, String key, String id, String type, byte[] value) {
        ProducerRecord<byte[], byte[]> message =
                new ProducerRecord<>(TOPIC, partition, key.getBytes(StandardCharsets.UTF_8), value);
        Map.of(
                        "ce_id",
                        id,
                        "ce_type",
                        type,
                        "ce_source",
                        "/claims",
                        "ce_specversion",
                        "1.0",
                        "ce_subject",
                        UUID.randomUUID().toString(),
                        "ce_time",
                        Instant.now().toString(),
                        "ce_practiceid",
                        "maple")
                .forEach((name, text) -> message.headers().add(name, text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
