package dev.superbill.claims.claim;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.claims.claim.ClaimHistoryEntry.Cause;
import dev.superbill.claims.claim.ClaimHistoryEntry.Step;
import dev.superbill.claims.visit.Circumstances;
import dev.superbill.claims.visit.CodedVisit;
import dev.superbill.kernel.Money;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The way of a claim under a seeded scheduler: what the hops say of it comes in any order, twice, late, and between a
 * rejection and the next submission. Whatever comes first, the claim ends where the last hop in rank has put it.
 */
class AnswersInAnyOrderTest {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);
    private static final UUID FORMER = new UUID(7, 1);
    private static final UUID PRESENT = new UUID(7, 2);
    private static final ScrubOutcome CLEAN = new ScrubOutcome(List.of());
    private static final Cause CAUSE = new Cause(Instant.EPOCH, "test", null, null);

    /** What a hop says of a submission. */
    private record Word(Hop hop, UUID batch, ClaimStatus says) {}

    @Test
    void endsWhereTheLastHopInRankPutsIt() {
        int histories = Integer.getInteger("superbill.simulation.histories", 5_000);
        long first = Long.getLong("superbill.simulation.seed", 1);
        for (long seed = first; seed < first + histories; seed++) {
            history(seed);
        }
    }

    private static void history(long seed) {
        Random random = new Random(seed);
        List<Word> words = words(random);
        ClaimStatus expected =
                words.isEmpty() ? ClaimStatus.SENT : words.getLast().says();
        List<Word> delivered = new ArrayList<>(words);
        // delivered at least once, and some of a submission that is no longer the present one
        words.forEach(word -> {
            for (int again = random.nextInt(3); again > 0; again--) {
                delivered.add(word);
            }
            if (random.nextInt(3) == 0) {
                delivered.add(new Word(word.hop(), FORMER, word.says()));
            }
        });
        Collections.shuffle(delivered, random);

        Claim claim = sentTwice();
        delivered.forEach(word -> hear(claim, word));

        assertThat(claim.status()).as("seed %d: %s", seed, delivered).isEqualTo(expected);
        ClaimStatus at = null;
        for (Step step : claim.history().stream().map(ClaimHistoryEntry::step).toList()) {
            assertThat(step.from()).as("seed %d", seed).isEqualTo(at);
            assertThat(at == null || at.leadsTo(step.to())).as("seed %d", seed).isTrue();
            at = step.to();
        }
    }

    /** One word of each hop that speaks, in the order of their rank; a hop speaks only of what it was given. */
    private static List<Word> words(Random random) {
        List<Word> words = new ArrayList<>();
        if (random.nextInt(10) > 0) {
            words.add(word(Hop.TRANSACTION_SET, random, ClaimStatus.RECEIVED, ClaimStatus.REJECTED));
        }
        if (random.nextInt(10) > 1) {
            words.add(word(Hop.CLEARINGHOUSE, random, ClaimStatus.ACCEPTED, ClaimStatus.REJECTED));
        }
        if (random.nextInt(10) > 2) {
            words.add(word(Hop.PAYER, random, ClaimStatus.ACCEPTED, ClaimStatus.REJECTED));
        }
        if (random.nextInt(10) > 4) {
            words.add(word(Hop.REMITTANCE, random, ClaimStatus.ADJUDICATED, ClaimStatus.ADJUDICATED));
        }
        return words;
    }

    private static Word word(Hop hop, Random random, ClaimStatus well, ClaimStatus ill) {
        return new Word(hop, PRESENT, random.nextInt(4) > 0 ? well : ill);
    }

    private static void hear(Claim claim, Word word) {
        if (word.hop() == Hop.REMITTANCE) {
            if (claim.status().leadsTo(ClaimStatus.ADJUDICATED) && claim.status() != ClaimStatus.ADJUDICATED) {
                claim.answered(new Answer(word.hop(), null, "remittance:1", null), ClaimStatus.ADJUDICATED, CAUSE);
            }
            return;
        }
        Answer answer = new Answer(word.hop(), word.batch(), "acknowledgement:1", null);
        if (claim.heeds(answer, word.says())) {
            claim.answered(answer, word.says(), CAUSE);
        } else if (word.batch().equals(PRESENT)) {
            claim.heard(word.hop());
        }
    }

    /** A claim that was refused once and is on its way again. */
    private static Claim sentTwice() {
        CodedVisit.Line line = new CodedVisit.Line(
                "99213", List.of(), BigDecimal.ONE, Money.ofCents(15_000), List.of(1), DAY, null, null);
        Circumstances none = new Circumstances(null, null, null, null, null, null, null, null, null, null, Money.ZERO);
        CodedVisit visit = new CodedVisit(new UUID(1, 1), DAY, "11", List.of("E11.9"), List.of(line), none);
        Claim claim = new Claim(new VisitToBill(new UUID(2, 2), new UUID(3, 3), visit), visit, CAUSE);
        claim.scrubbed(CLEAN, CAUSE);
        claim.batched(FORMER, CAUSE);
        claim.move(ClaimStatus.SENT, CAUSE);
        claim.answered(new Answer(Hop.TRANSACTION_SET, FORMER, "acknowledgement:0", null), ClaimStatus.REJECTED, CAUSE);
        claim.scrubbed(CLEAN, CAUSE);
        claim.batched(PRESENT, CAUSE);
        claim.move(ClaimStatus.SENT, CAUSE);
        return claim;
    }
}
