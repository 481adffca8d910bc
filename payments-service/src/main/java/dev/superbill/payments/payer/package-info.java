/** Which payers there are and what they are called: a projection of claims-service's ({@code claims.payer}). */
@NullMarked
package dev.superbill.payments.payer;

import org.jspecify.annotations.NullMarked;
