package dev.superbill.payments.payer;

import java.util.UUID;

/**
 * A payer.
 *
 * @param payerIdentifier what claims call it (837 2010BB NM109)
 */
public record Payer(UUID id, String payerIdentifier, String name) {}
