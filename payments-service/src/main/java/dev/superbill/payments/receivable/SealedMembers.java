package dev.superbill.payments.receivable;

import dev.superbill.phi.PracticeCipher;
import dev.superbill.platform.phi.SealedTable;
import dev.superbill.platform.phi.SealedTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What the feature keeps sealed: member ids, as texts with the accounts of claims. */
@ApplicationScoped
class SealedMembers implements SealedTables {

    @Override
    public List<SealedTable> all() {
        return List.of();
    }

    @Override
    public int sealAnewOthers(Connection connection, PracticeCipher cipher, String active) throws SQLException {
        return ClaimAccountTable.sealAnew(connection, cipher, active);
    }
}
