/**
 * A clearinghouse and the payers behind it, for practice: real X12 over real SFTP. It knows nothing of Superbill but its
 * X12 module, and can be swapped for a real party by configuration alone.
 */
@NullMarked
package dev.superbill.clearinghouse;

import org.jspecify.annotations.NullMarked;
