package dev.superbill.claims.payer;

import java.util.UUID;

/** Tells other features, in the same transaction, that a payer was made or changed. */
public record PayerTouched(UUID payerId) {}
