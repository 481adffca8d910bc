package dev.superbill.claims.ncci;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was loaded last into a table. */
@Schema(
        name = "NcciLoad",
        examples = "{\"rows\": 1874203, \"loadedAt\": \"2026-10-01T08:00:00Z\", \"loadedBy\": \"billing-manager\"}")
record NcciLoad(long rows, Instant loadedAt, String loadedBy) {}
