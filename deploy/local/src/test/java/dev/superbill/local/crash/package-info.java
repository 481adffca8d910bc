/** Parts of the running stack are killed, starved and fed poison, and the books have to agree afterwards. */
@NullMarked
package dev.superbill.local.crash;

import org.jspecify.annotations.NullMarked;
