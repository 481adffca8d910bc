/** The control port: health, counts, scenarios. On the loopback address, in JSON. */
@NullMarked
package dev.superbill.clearinghouse.control;

import org.jspecify.annotations.NullMarked;
