package dev.superbill.local.bench;

import java.io.IOException;
import java.sql.SQLException;

/** One part of the measurements. */
interface Bench {

    /** Measures and tells its figures. */
    void run(Figures figures) throws IOException, SQLException, InterruptedException;
}
