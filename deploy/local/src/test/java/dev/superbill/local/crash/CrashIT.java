package dev.superbill.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.local.Patience;
import dev.superbill.local.Road;
import dev.superbill.local.stack.PartSnapshot;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * {@code kill -9} of every part in turn, at random moments, while visits are coded, batches sent and remittances posted: the
 * next dies when work has been acknowledged again, though not all that died may be back. Afterwards everything that was
 * answered has arrived, nothing twice, no half file was ever shown to anybody, and the books agree. The short form kills each
 * part once; {@code deploy/superbill test --crash} goes on for as many rounds as it is told. The seed that is printed gives
 * the order, the moments and the documents again.
 */
@ExtendWith(Road.Given.class)
@Tag("drill")
class CrashIT {

    private static final List<String> VICTIMS = List.of(
            "scheduling", "claims", "payments", "staff", "gateway", "relay", "kafka", "postgresql", "clearinghouse");

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
        try (Mailboxes mailboxes = new Mailboxes(road);
                Office office = new Office(client, run, dice.split())) {
            office.begin();
            for (String victim : order) {
                office.awaitMore(1, 1);
                Client.pause(Duration.ofMillis(dice.nextInt(2_000)));
                say("%s: kill -9 %s", name, victim);
                kill(road, victim);
            }
            office.awaitMore(1, 1);
            Aftermath aftermath = new Aftermath(road, client);
            aftermath.awaitHealthy();
            office.end();
            aftermath.settle(office);
            aftermath.agree(office);
            nobodySawHalfAFile(road, mailboxes);
            say(
                    "%s: %d visits, %d batches, %d remittances, %d files seen as they came, lost 0, doubled 0",
                    name,
                    office.encounters().size(),
                    office.batches().size(),
                    office.remittances().size(),
                    mailboxes.seen());
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

    /** Neither the clearinghouse nor the services, however they died, have met or kept a file that was not whole. */
    private static void nobodySawHalfAFile(Road road, Mailboxes mailboxes) throws Exception {
        assertThat(mailboxes.halves()).isEmpty();
        assertThat(mailboxes.seen()).as("files that came meanwhile").isPositive();
        Patience.until(
                Aftermath.RECOVERY,
                "the clearinghouse has picked everything up",
                () -> mailboxes.waiting().isEmpty());
        List<Mailboxes.Interchange> received = mailboxes.received();
        assertThat(received)
                .extracting(Mailboxes.Interchange::sha256)
                .as("no file was picked up twice")
                .doesNotHaveDuplicates();
        assertThat(received)
                .extracting(one -> one.file().getParent().getFileName() + " " + one.controlNumber())
                .as("no control number was used twice")
                .doesNotHaveDuplicates();
        assertThat(mailboxes.answers())
                .extracting(Mailboxes.Interchange::sha256)
                .as("what the services keep is what lies in the mailboxes")
                .containsAll(kept(road));
    }

    /** Hashes of the files that the services have fetched. */
    private static List<String> kept(Road road) throws SQLException {
        List<String> kept = new ArrayList<>();
        kept.addAll(road.rows("claims", "select sha256 from acknowledgement where source = 'SFTP'"));
        kept.addAll(road.rows("payments", "select sha256 from remittance where source like 'sftp:%'"));
        return kept;
    }

    private static void say(String format, Object... arguments) {
        System.out.printf(java.util.Locale.ROOT, format + "%n", arguments);
    }
}
