package dev.superbill.claims.visit;

import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The stay in a hospital during which the visit took place.
 *
 * @param admissionDate DTP*435
 * @param dischargeDate DTP*096; null while it goes on
 */
@Schema(name = "Hospitalization", examples = "{\"admissionDate\": \"2026-11-18\", \"dischargeDate\": \"2026-11-21\"}")
public record Hospitalization(
        @NotNull(message = "The day of admission is needed") LocalDate admissionDate,
        @Nullable LocalDate dischargeDate) {}
