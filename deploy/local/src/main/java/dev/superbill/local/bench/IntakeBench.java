package dev.superbill.local.bench;

import dev.superbill.local.bench.BareRows.Cost;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;

/** (b) How fast encounters come in as JSON lines and go out as 837P batches, against their bare rows. */
record IntakeBench(Machine machine, Clinics clinics, Scale scale) implements Bench {

    private static final double MOST_TIMES_BARE = 2;

    @Override
    public void run(Figures figures) throws IOException, SQLException {
        for (int size : scale.intakes()) {
            String name = Scale.readable(size);
            figures.progress("(b) %s encounters: registering patients", name);
            Clinic clinic = clinics.open("b-" + size, size);
            Path file = clinic.encounters(size);
            BareRows rows = BareRows.from(machine, "claims", clinic.name());
            long start = System.nanoTime();
            clinic.takeIn(file);
            double intake = (System.nanoTime() - start) / 1e9;
            tell(figures, name + " encounters, intake", "encounters/s", size, intake, rows.again());
            rows = BareRows.from(machine, "claims", clinic.name());
            start = System.nanoTime();
            int batches = clinic.batch().size();
            double batching = (System.nanoTime() - start) / 1e9;
            if (batches == 0) {
                throw new IllegalStateException("No claim of " + clinic.name() + " was clean");
            }
            tell(figures, name + " claims, 837P batches", "claims/s", size, batching, rows.again());
        }
    }

    private static void tell(Figures figures, String name, String unit, int size, double seconds, Cost bare) {
        figures.add(Figure.of("b", name, size / seconds, unit));
        figures.add(Figure.atMost(
                "b",
                name + ": times the cost of " + Scale.readable(bare.rows()) + " bare rows",
                seconds / bare.seconds(),
                "times",
                MOST_TIMES_BARE));
    }
}
