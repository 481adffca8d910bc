/** Who is billed: the payers that a practice knows (837P loop 2010BB). Owns topic {@code claims.payer}. */
@NullMarked
package dev.superbill.claims.payer;

import org.jspecify.annotations.NullMarked;
