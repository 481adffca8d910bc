/** The one clock: whoever needs the time has it injected, so that tests and simulations can turn it. */
@NullMarked
package dev.superbill.platform.time;

import org.jspecify.annotations.NullMarked;
