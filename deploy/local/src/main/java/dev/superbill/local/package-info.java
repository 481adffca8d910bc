/**
 * The one command: where the local stack keeps its things, its settings and ports, and the entry point. What the stack is
 * made of lies in {@code part}, what watches it in {@code stack}, what a person types in {@code command}.
 */
@NullMarked
package dev.superbill.local;

import org.jspecify.annotations.NullMarked;
