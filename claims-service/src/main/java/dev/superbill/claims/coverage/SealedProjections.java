package dev.superbill.claims.coverage;

import dev.superbill.platform.phi.SealedTable;
import dev.superbill.platform.phi.SealedTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the feature keeps sealed. */
@ApplicationScoped
class SealedProjections implements SealedTables {

    @Override
    public List<SealedTable> all() {
        return List.of(
                SealedTable.of("known_patient", "details", "id"), SealedTable.of("known_coverage", "details", "id"));
    }
}
