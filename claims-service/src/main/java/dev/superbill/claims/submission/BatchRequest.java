package dev.superbill.claims.submission;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which clean claims to send.
 *
 * @param payerId only those of this payer; absent: of all payers that the partner may carry
 * @param tradingPartnerId to whom; absent: to the payer's partner, or to the first
 */
record BatchRequest(@Nullable UUID payerId, @Nullable UUID tradingPartnerId) {

    static final BatchRequest OF_ALL = new BatchRequest(null, null);

    static final String EXAMPLE = "{\"payerId\": null, \"tradingPartnerId\": null}";
}
