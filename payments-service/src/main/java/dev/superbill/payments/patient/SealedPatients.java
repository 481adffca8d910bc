package dev.superbill.payments.patient;

import dev.superbill.platform.phi.SealedTable;
import dev.superbill.platform.phi.SealedTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** What the feature keeps sealed. */
@ApplicationScoped
class SealedPatients implements SealedTables {

    @Override
    public List<SealedTable> all() {
        return List.of(SealedTable.of("patient", "name", "id"));
    }
}
