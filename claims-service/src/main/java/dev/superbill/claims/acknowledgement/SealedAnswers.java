package dev.superbill.claims.acknowledgement;

import dev.superbill.platform.phi.SealedTable;
import dev.superbill.platform.phi.SealedTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the feature keeps sealed. */
@ApplicationScoped
class SealedAnswers implements SealedTables {

    @Override
    public List<SealedTable> all() {
        return List.of(
                SealedTable.of("acknowledgement_x12", "content", "acknowledgement_id")
                        .inSmallSteps(),
                SealedTable.of("acknowledgement", "findings", "id"),
                SealedTable.of("acknowledgement_claim", "note", "acknowledgement_id", "ordinal"),
                SealedTable.ofText("follow_up", "detail", "id"),
                SealedTable.ofText("follow_up", "reason", "id"));
    }
}
