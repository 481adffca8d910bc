/**
 * Trading partners as far as remittances are concerned: where their files lie and how their servers are reached. A
 * projection of claims-service's ({@code claims.trading-partner}).
 */
@NullMarked
package dev.superbill.payments.remittance.partner;

import org.jspecify.annotations.NullMarked;
