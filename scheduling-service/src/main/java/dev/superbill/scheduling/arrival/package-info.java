/** Waiting for what another service has said and has not reached this one yet. */
@NullMarked
package dev.superbill.scheduling.arrival;

import org.jspecify.annotations.NullMarked;
