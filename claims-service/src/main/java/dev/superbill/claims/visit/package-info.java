/**
 * What was coded of a visit: diagnoses, services, and the circumstances that situational loops of the 837P tell. Values
 * that travel from the encounter over the claim and the scrubber to the written file; they know none of these.
 */
@NullMarked
package dev.superbill.claims.visit;

import org.jspecify.annotations.NullMarked;
