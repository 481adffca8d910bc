package dev.superbill.claims.claim;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A claim to be made of an encounter.
 *
 * @param id a UUIDv7; the patient control number follows from it
 */
public record NewClaim(
        UUID id,
        UUID encounterId,
        UUID patientId,
        UUID renderingProviderId,
        LocalDate serviceDate,
        ClaimContent content) {}
