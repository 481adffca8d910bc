/**
 * Claims: an encounter billed to one payer, from its making until it is settled. Owns the claim's states and history, and
 * topic {@code claims.claim}. Other features speak to {@link dev.superbill.claims.claim.Claims}, encounters also to
 * {@link dev.superbill.claims.claim.ClaimCoding}, adjudication to {@link dev.superbill.claims.claim.ClaimSettling}.
 */
@NullMarked
package dev.superbill.claims.claim;

import org.jspecify.annotations.NullMarked;
