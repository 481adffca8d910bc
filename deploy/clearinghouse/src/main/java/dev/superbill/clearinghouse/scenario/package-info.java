/** Behaviour on request: what a test or a demonstration wants to see go wrong, once or several times. */
@NullMarked
package dev.superbill.clearinghouse.scenario;

import org.jspecify.annotations.NullMarked;
