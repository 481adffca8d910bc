/**
 * What a claim must be before it is sent: named rules over a claim and everything known about it. Plain Java over
 * {@link dev.superbill.claims.scrub.ScrubInput}; reads no table and knows no clock.
 */
@NullMarked
package dev.superbill.claims.scrub;

import org.jspecify.annotations.NullMarked;
