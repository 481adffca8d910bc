/**
 * Payment cycles: what is due is adjudicated, earlier decisions are reversed and corrected, and each payee gets a
 * remittance (005010X221A1) that balances.
 */
@NullMarked
package dev.superbill.clearinghouse.payment;

import org.jspecify.annotations.NullMarked;
