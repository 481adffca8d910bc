/**
 * Saves all databases and the keys of a stack, and brings them back: a copy of PostgreSQL's files, taken while it works,
 * and its log from then on, up to any moment. Topics are not saved: what they told is in the outboxes, and is sent again.
 */
@NullMarked
package dev.superbill.local.backup;

import org.jspecify.annotations.NullMarked;
