/**
 * What a person has to decide: transactions and claims that were held, reversals that agree with no payment, adjustments
 * beyond a receivable. Owns the queue and its decisions; what a decision posts is known to who opened the exception
 * ({@link dev.superbill.payments.exception.Decisions}).
 */
@NullMarked
package dev.superbill.payments.exception;

import org.jspecify.annotations.NullMarked;
