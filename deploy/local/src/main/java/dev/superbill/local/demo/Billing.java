package dev.superbill.local.demo;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.local.client.Api;
import dev.superbill.local.client.Parallel;
import dev.superbill.local.client.Waiting;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Follows the claims of this run through batches and acknowledgements. */
final class Billing {

    private static final Duration ANSWERS_TAKE = Duration.ofSeconds(90);
    /** States in which a claim still waits for an acknowledgement. */
    private static final Set<String> ON_THE_WAY = Set.of("BATCHED", "SENT", "RECEIVED");

    private final Api api;
    private final Parallel parallel;

    Billing(Api api, Parallel parallel) {
        this.api = api;
        this.parallel = parallel;
    }

    JsonNode claim(String id) {
        return api.get(Practice.BILLER, "/claims/" + id);
    }

    List<JsonNode> claims(Collection<String> ids) {
        List<String> ordered = List.copyOf(ids);
        return parallel.map(ordered.size(), i -> claim(ordered.get(i)));
    }

    static Map<String, Long> byStatus(Collection<JsonNode> claims) {
        return claims.stream()
                .collect(Collectors.groupingBy(
                        claim -> claim.path("status").asText(), TreeMap::new, Collectors.counting()));
    }

    /** Batches whatever is clean; an empty batch when another biller has just done that. */
    JsonNode batch() {
        return api.post(Practice.BILLER, "/batches", Map.of());
    }

    JsonNode awaitSent(String batchId) {
        List<JsonNode> last = new ArrayList<>();
        Waiting.until(ANSWERS_TAKE, () -> {
            last.clear();
            last.add(api.get(Practice.BILLER, "/batches/" + batchId));
            return !last.getFirst().path("sentAt").isNull()
                    || last.getFirst().path("status").asText().equals("EMPTY");
        });
        return last.getFirst();
    }

    /** Waits until the clearinghouse has answered for every claim, or the time is over. */
    List<JsonNode> awaitAnswers(Collection<String> ids) {
        return await(ids, ON_THE_WAY, ANSWERS_TAKE);
    }

    /** Waits until no claim is in one of the given states any more, or the time is over. */
    List<JsonNode> await(Collection<String> ids, Set<String> waiting, Duration atMost) {
        List<JsonNode> claims = new ArrayList<>();
        Waiting.until(atMost, () -> {
            claims.clear();
            claims.addAll(claims(ids));
            return claims.stream()
                    .noneMatch(claim -> waiting.contains(claim.path("status").asText()));
        });
        return claims;
    }
}
