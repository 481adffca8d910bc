package dev.superbill.local.crash;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.local.Patience;
import dev.superbill.local.Port;
import dev.superbill.local.Road;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * A second process of a service joins its groups and leaves them again, in order or by {@code kill -9}, while the office
 * works: partitions go from one process to the other in the middle of their events, and both run the service's jobs.
 */
@ExtendWith(Road.Given.class)
@Tag("drill")
class MembersIT {

    private static final Duration PATIENCE = Duration.ofMinutes(4);

    /** A service that comes and goes, where it listens and a group that it reads in. */
    private record Service(String name, Port port, String group) {}

    private static final List<Service> SERVICES = List.of(
            new Service("claims", Port.CLAIMS, "claims.account"),
            new Service("payments", Port.PAYMENTS, "payments.receivable"));

    @Test
    void losesAndDoublesNothingWhenProcessesComeAndGo(Road road) throws Exception {
        assertThat(road.day().exitCode()).as(road.day().output()).isZero();
        int rounds = Integer.getInteger("superbill.members.rounds", 1);
        Client client = new Client(road);
        Aftermath aftermath = new Aftermath(road, client);
        String run = "M" + Long.toString(System.nanoTime(), 36).toUpperCase(Locale.ROOT);
        try (Broker broker = new Broker(road);
                Office office = new Office(client, run, new SplittableRandom(7))) {
            office.begin();
            for (int round = 0; round < rounds; round++) {
                for (Service service : SERVICES) {
                    comeAndGo(road, broker, office, service);
                }
            }
            office.end();
            aftermath.awaitHealthy();
            aftermath.settle(office);
            aftermath.agree(office);
            System.out.printf(
                    "a second process came and went %d times; %d visits, %d batches, %d remittances, lost 0, doubled 0%n",
                    2 * SERVICES.size() * rounds,
                    office.encounters().size(),
                    office.batches().size(),
                    office.remittances().size());
        }
    }

    /** Once in order, and once without a word to anybody. */
    private static void comeAndGo(Road road, Broker broker, Office office, Service service) throws Exception {
        for (boolean inOrder : List.of(true, false)) {
            try (SecondInstance second = SecondInstance.begin(road, service.name(), service.port())) {
                second.awaitReady();
                assertThat(broker.members(service.group()))
                        .as("processes in the group " + service.group())
                        .isEqualTo(2);
                office.awaitMore(5, 2);
                if (inOrder) {
                    second.stop();
                } else {
                    second.kill();
                }
            }
            Patience.until(
                    PATIENCE,
                    "the group " + service.group() + " has one process again",
                    () -> broker.members(service.group()) == 1);
            office.awaitMore(5, 2);
        }
    }
}
