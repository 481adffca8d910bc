package dev.superbill.payments.ledger;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which entries are wanted: those to which everything given applies. */
record EntrySearch(
        @Nullable String source,
        @Nullable AccountCode account,
        @Nullable UUID claimId,
        @Nullable List<UUID> ids) {

    /** Whether nothing but an account narrows the search, so that it may be very many entries. */
    boolean isByAccountAlone() {
        return account != null && source == null && claimId == null && ids == null;
    }
}
