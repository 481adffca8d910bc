/**
 * Starts, watches, restarts and stops the parts, and tells other invocations of the command about it through a file.
 */
@NullMarked
package dev.superbill.local.stack;

import org.jspecify.annotations.NullMarked;
