package dev.superbill.payments.ledger;

import dev.superbill.kernel.Money;
import java.util.UUID;

/**
 * What a payer or patient owes that has a certain age.
 *
 * @param partyId the payer in {@code ar.payer}, the patient in {@code ar.patient}
 * @param bucket 0 below the first limit of age, 1 from the first limit on, and so forth
 */
public record AgedBalance(UUID partyId, int bucket, Money amount) {}
