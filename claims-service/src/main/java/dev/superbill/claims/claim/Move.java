package dev.superbill.claims.claim;

import java.util.UUID;

/** A claim that was moved. */
public record Move(UUID claimId, ClaimStatus from, ClaimStatus to) {}
