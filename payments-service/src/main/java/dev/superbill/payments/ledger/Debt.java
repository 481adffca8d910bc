package dev.superbill.payments.ledger;

import dev.superbill.kernel.Money;
import java.util.UUID;

/**
 * What somebody owes.
 *
 * @param partyId the payer in {@code ar.payer}, the patient in {@code ar.patient}
 * @param owed never zero; negative where we owe
 */
public record Debt(UUID partyId, Money owed) {}
