/** The interchanges that leave: ISA to IEA around transaction sets that other packages write. */
@NullMarked
package dev.superbill.clearinghouse.envelope;

import org.jspecify.annotations.NullMarked;
