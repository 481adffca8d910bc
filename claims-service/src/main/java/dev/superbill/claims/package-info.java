/** Encounters become claims, claims are scrubbed, submitted and followed until they are settled. */
@NullMarked
package dev.superbill.claims;

import org.jspecify.annotations.NullMarked;
