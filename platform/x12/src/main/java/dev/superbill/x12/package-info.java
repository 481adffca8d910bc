/**
 * The core of the X12 library: delimiters, the streaming tokenizer, the writer, envelopes and the small parts (names,
 * addresses, references, adjustments) that several transaction sets share. Plain Java, no dependency. The transaction
 * sets live below: {@code claim} (837P), {@code remittance} (835), {@code acknowledgement} (TA1, 999, 277CA).
 *
 * <p>Conventions: text that is absent is the empty string, never null; amounts are integer cents; a date that is absent
 * is null; faults of the data are {@link dev.superbill.x12.X12Issue issues} attached to the record in which they were
 * found, and only what makes the rest of a file unreadable is an {@link dev.superbill.x12.X12Exception}.
 */
@NullMarked
package dev.superbill.x12;

import org.jspecify.annotations.NullMarked;
