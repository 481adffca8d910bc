package dev.superbill.payments.ledger;

import dev.superbill.platform.web.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which entries are asked for; a {@code @BeanParam}. */
class EntryQuery {

    @QueryParam("source")
    @Parameter(
            description =
                    "The document: remittance:{id} for all of a file, remittance:{id}/{ordinal} for a transaction,"
                            + " charge:{encounterId} for an encounter's charges",
            example = "remittance:0193f6c0-7d3e-7a10-9c44-1f2e3d4c5b6a/1")
    @Nullable
    String source;

    @QueryParam("account")
    @Parameter(description = "An account of the chart that the entry touches", example = "ar.payer")
    @Nullable
    String account;

    @QueryParam("claim")
    @Parameter(description = "The id of a claim that the entry is about")
    @Nullable
    String claim;

    EntrySearch search() {
        return new EntrySearch(source, account(), claim(), null);
    }

    private @Nullable AccountCode account() {
        try {
            return account == null ? null : new AccountCode(account);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest(
                    "account", "The chart has no such account", "Take a code of the trial balance");
        }
    }

    private @Nullable UUID claim() {
        try {
            return claim == null ? null : UUID.fromString(claim);
        } catch (IllegalArgumentException e) {
            throw ProblemException.badRequest("claim", "This is no id", "Give the id of a claim");
        }
    }
}
