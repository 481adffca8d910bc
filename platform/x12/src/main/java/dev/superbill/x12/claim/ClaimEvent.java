package dev.superbill.x12.claim;

/** What {@link ClaimReader} gives, in file order: start, claims, end; then the next ST. */
public sealed interface ClaimEvent permits ClaimsStart, ProfessionalClaim, ClaimsEnd {}
