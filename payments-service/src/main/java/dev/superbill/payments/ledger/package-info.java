/**
 * The books: double entry, append-only, in whole cents. This feature owns the chart of accounts, journal entries and
 * their postings, the closing of days, the trial balance and the totals by account, debtor and day that reports read.
 * Other features make entries ({@link dev.superbill.payments.ledger.Document}) and post them
 * ({@link dev.superbill.payments.ledger.Ledger}); nobody else writes to its tables.
 */
@NullMarked
package dev.superbill.payments.ledger;

import org.jspecify.annotations.NullMarked;
