/** Which payers there are: a projection of claims-service's ({@code claims.payer}). */
@NullMarked
package dev.superbill.scheduling.payer;

import org.jspecify.annotations.NullMarked;
