package dev.superbill.payments.remittance;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.payments.receivable.Member;
import dev.superbill.phi.PracticeCipher;
import dev.superbill.platform.phi.SealedTable;
import dev.superbill.platform.phi.SealedTables;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;

/** What the feature keeps sealed. */
@ApplicationScoped
class SealedRemittances implements SealedTables {

    private final ObjectMapper json;

    SealedRemittances(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public List<SealedTable> all() {
        return List.of(
                SealedTable.of("remittance_chunk", "bytes", "remittance_id", "ordinal")
                        .inSmallSteps(),
                SealedTable.of("remittance_claim", "content", "id").with(this::indexMember));
    }

    private void indexMember(Connection connection, PracticeCipher cipher, String row, byte[] opened)
            throws SQLException {
        try (PreparedStatement update =
                connection.prepareStatement("update remittance_claim set member_index = ? where id = ?")) {
            update.setBytes(
                    1,
                    cipher.index(
                            Member.INDEX,
                            json.readValue(opened, ClaimAnswer.class).memberId()));
            update.setObject(2, UUID.fromString(row));
            update.executeUpdate();
        } catch (IOException e) {
            throw new IllegalStateException("The content of an answered claim is not what it should be");
        }
    }
}
