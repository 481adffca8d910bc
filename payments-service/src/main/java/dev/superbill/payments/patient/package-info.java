/** What patients are called: a projection of scheduling-service's ({@code scheduling.patient}), for reports only. */
@NullMarked
package dev.superbill.payments.patient;

import org.jspecify.annotations.NullMarked;
