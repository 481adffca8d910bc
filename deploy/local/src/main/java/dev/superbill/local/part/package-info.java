/**
 * What the local stack is made of: how each part is prepared, started, asked for its health and stopped. Knows nothing of
 * who watches it.
 */
@NullMarked
package dev.superbill.local.part;

import org.jspecify.annotations.NullMarked;
