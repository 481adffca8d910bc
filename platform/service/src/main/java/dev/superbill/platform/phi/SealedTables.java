package dev.superbill.platform.phi;

import dev.superbill.phi.PracticeCipher;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/** What a service keeps sealed; a bean of each service. */
public interface SealedTables {

    /** All tables with sealed columns, one entry a column. */
    List<SealedTable> all();

    /**
     * Seals anew some rows that are sealed in another way than by a column, in the running transaction.
     *
     * @param active the name of the active key
     * @return how many; 0 when none is left
     */
    default int sealAnewOthers(Connection connection, PracticeCipher cipher, String active) throws SQLException {
        return 0;
    }
}
