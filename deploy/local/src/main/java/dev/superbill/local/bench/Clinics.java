package dev.superbill.local.bench;

import dev.superbill.local.Home;
import dev.superbill.local.client.Waiting;
import java.io.IOException;
import java.nio.file.Files;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;

/** The practices of one run, of which nothing is left in the databases at its end. */
final class Clinics {

    private static final Duration EVENTS_TAKE = Duration.ofMinutes(10);
    private static final int PATIENTS_FEWEST = 20;
    private static final int PATIENTS_MOST = 1_000;
    private static final int VISITS_OF_A_PATIENT = 50;

    private final Machine machine;
    private final Users users;
    private final String hostKey;
    private final String prefix = "bench-" + UUID.randomUUID().toString().substring(0, 6) + "-";

    Clinics(Machine machine, Users users, Home home) throws IOException {
        this.machine = machine;
        this.users = users;
        this.hostKey = Files.readString(home.data("clearinghouse").resolve("host_key.pub"))
                .strip();
    }

    /** Opens one with as many patients as so many visits need. */
    Clinic open(String name, int visits) {
        int patients = Math.clamp(visits / VISITS_OF_A_PATIENT, PATIENTS_FEWEST, PATIENTS_MOST);
        return Clinic.open(machine.api(), users, prefix + name.toLowerCase(Locale.ROOT), patients, hostKey);
    }

    /** Waits until every event of these practices has reached all of its consumers, then removes their rows. */
    void remove(Figures figures) throws SQLException {
        figures.progress("removing the practices %s*", prefix);
        Traffic traffic = new Traffic(machine);
        String end = traffic.logPosition();
        Waiting.until(EVENTS_TAKE, () -> traffic.hasRelayed(end) && traffic.isQuiet());
        for (String database : Machine.DATABASES) {
            BareRows.remove(machine, database, prefix);
        }
    }
}
