package dev.superbill.x12.remittance;

/** What {@link RemittanceReader} gives, in file order: start, claims, provider adjustments, end; then the next ST. */
public sealed interface RemittanceEvent permits RemittanceStart, ClaimPayment, ProviderAdjustment, RemittanceEnd {}
