/**
 * What a person types: one class a sub-command of {@code superbill}.
 */
@NullMarked
package dev.superbill.local.command;

import org.jspecify.annotations.NullMarked;
