/** Reports on the books. Owns accounts receivable aging; reads only the ledger's totals. */
@NullMarked
package dev.superbill.payments.report;

import org.jspecify.annotations.NullMarked;
