/**
 * What payers and patients owe for claims. Owns the account of each claim ({@code CLM01}) with one receivable for each of
 * its payers, posts charges as claims-service tells of them ({@code claims.claim}), and knows how each thing that a payer
 * says of a claim moves between the accounts of the ledger (payment, write-off, patient responsibility, reversal). Tells
 * every change as {@code payments.account}.
 */
@NullMarked
package dev.superbill.payments.receivable;

import org.jspecify.annotations.NullMarked;
