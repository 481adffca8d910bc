package dev.superbill.claims.provider;

import java.util.UUID;

/** Tells other features, in the same transaction, that a provider or one of the provider's licences is new or changed. */
public record ProviderTouched(UUID employeeId) {}
