package dev.superbill.claims.encounter;

import dev.superbill.platform.phi.SealedTable;
import dev.superbill.platform.phi.SealedTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the feature keeps sealed. */
@ApplicationScoped
class SealedEncounters implements SealedTables {

    @Override
    public List<SealedTable> all() {
        return List.of(SealedTable.ofJson("encounter", "coding", "id"));
    }
}
