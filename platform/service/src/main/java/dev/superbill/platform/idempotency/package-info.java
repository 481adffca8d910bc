/**
 * Commands that a client may repeat: with the same {@code Idempotency-Key} they are done once
 * ({@link dev.superbill.platform.idempotency.Idempotent}). Owns the table {@code idempotency_key}.
 */
@NullMarked
package dev.superbill.platform.idempotency;

import org.jspecify.annotations.NullMarked;
