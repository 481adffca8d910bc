/**
 * What survives: one crash-safe file in the home directory. Everything that one step of work changes is committed at
 * once or not at all, so a claim is never half received and a control number never given twice.
 */
@NullMarked
package dev.superbill.clearinghouse.store;

import org.jspecify.annotations.NullMarked;
