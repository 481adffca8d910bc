package dev.superbill.payments.receivable;

import dev.superbill.platform.events.Identifying;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A payer of the patient on the day of service.
 *
 * @param rank 1 primary, 2 secondary, 3 tertiary
 * @param payerIdentifier what claims call the payer (837 NM109, 835 TRN03 often differs)
 */
public record Coverage(
        int rank,
        UUID payerId,
        @Nullable String payerIdentifier,
        @Identifying @Nullable Member memberId) {}
