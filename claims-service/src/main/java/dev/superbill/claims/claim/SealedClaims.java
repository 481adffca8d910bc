package dev.superbill.claims.claim;

import dev.superbill.platform.phi.SealedTable;
import dev.superbill.platform.phi.SealedTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the feature keeps sealed. */
@ApplicationScoped
class SealedClaims implements SealedTables {

    @Override
    public List<SealedTable> all() {
        return List.of(
                SealedTable.ofText("claim_history", "reason", "id"), SealedTable.ofJson("claim", "content", "id"));
    }
}
