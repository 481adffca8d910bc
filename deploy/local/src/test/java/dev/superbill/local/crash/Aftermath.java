package dev.superbill.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.superbill.check.Progress;
import dev.superbill.local.Patience;
import dev.superbill.local.Road;
import dev.superbill.local.check.RunningStack;
import dev.superbill.local.stack.PartSnapshot;
import dev.superbill.local.stack.ProcessIdentity;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What has to hold when it is over, whatever has happened meanwhile. */
record Aftermath(Road road, Client client) {

    static final Duration RECOVERY = Duration.ofMinutes(8);
    private static final String BILLER = "biller";
    private static final Set<String> ON_THE_WAY = Set.of("DRAFT", "SCRUBBED", "BATCHED", "SENT", "RECEIVED");

    /** Waits until every part has a process and can do its work. */
    void awaitHealthy() {
        Patience.until(
                RECOVERY,
                "all parts are healthy again",
                () -> road.stack().isHealthy()
                        && road.stack().parts().stream()
                                .map(PartSnapshot::process)
                                .allMatch(Aftermath::lives));
    }

    private static boolean lives(@Nullable ProcessIdentity process) {
        return process != null && process.alive().isPresent();
    }

    /** Waits until what the office was promised has come to its end by itself. */
    void settle(Office office) {
        for (String id : office.batches()) {
            Patience.until(RECOVERY, "batch " + id + " is sent", () -> {
                JsonNode batch = client.get(BILLER, "/batches/" + id);
                return batch.path("claimIds").isEmpty() || !batch.path("sentAt").isNull();
            });
        }
        settlePosting(office);
        List<String> waiting = new ArrayList<>(office.encounters().values());
        Patience.until(RECOVERY, "every claim is answered", () -> {
            waiting.removeIf(encounter -> client.get(BILLER, "/encounters/" + encounter)
                    .path("claimIds")
                    .valueStream()
                    .map(id -> client.get(BILLER, "/claims/" + id.asText()))
                    .filter(claim -> claim.path("rank").asInt() == 1)
                    .noneMatch(claim -> ON_THE_WAY.contains(claim.path("status").asText())));
            return waiting.isEmpty();
        });
    }

    /** Waits until every remittance that was answered is on the books: that needs neither broker nor relay. */
    void settlePosting(Office office) {
        office.remittances()
                .forEach((trace, id) -> Patience.until(
                        RECOVERY,
                        "remittance " + trace + " is posted",
                        () -> client.get(BILLER, "/remittances/" + id)
                                .path("status")
                                .asText()
                                .equals("POSTED")));
    }

    /** The coherence check finds nothing, and the clearinghouse has answered each batch. */
    void agree(Office office) throws InterruptedException {
        assertThat(RunningStack.of(road.stack())
                        .check(Duration.ofMinutes(3), Progress.SILENT)
                        .findings())
                .isEmpty();
        for (String id : office.batches()) {
            JsonNode batch = client.get(BILLER, "/batches/" + id);
            if (!batch.path("claimIds").isEmpty()) {
                assertThat(batch.path("acknowledgements").isEmpty())
                        .as("batch %s was answered", id)
                        .isFalse();
            }
        }
    }
}
