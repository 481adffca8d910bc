/**
 * Who the practice is to payers, and what day it is there: a projection of claims-service's ({@code claims.practice}).
 */
@NullMarked
package dev.superbill.payments.practice;

import org.jspecify.annotations.NullMarked;
