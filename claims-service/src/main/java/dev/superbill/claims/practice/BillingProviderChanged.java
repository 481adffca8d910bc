package dev.superbill.claims.practice;

/** Tells other features, in the same transaction, that the billing provider of the current practice has changed. */
public record BillingProviderChanged() {}
