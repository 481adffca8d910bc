/** What is owed for a visit and by a patient, as people at the desk ask for it. Owns no table: a view of receivables. */
@NullMarked
package dev.superbill.payments.account;

import org.jspecify.annotations.NullMarked;
