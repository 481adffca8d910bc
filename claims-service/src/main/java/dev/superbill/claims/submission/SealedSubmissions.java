package dev.superbill.claims.submission;

import dev.superbill.platform.phi.SealedTable;
import dev.superbill.platform.phi.SealedTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the feature keeps sealed. */
@ApplicationScoped
class SealedSubmissions implements SealedTables {

    @Override
    public List<SealedTable> all() {
        return List.of(
                SealedTable.of("batch_x12", "content", "batch_id", "ordinal").inSmallSteps(),
                SealedTable.of("batch_claim", "x12", "batch_id", "claim_id"));
    }
}
