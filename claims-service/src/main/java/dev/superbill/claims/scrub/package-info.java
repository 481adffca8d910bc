/**
 * What a claim must be before it is sent: named edits over a claim and everything known about it. Plain Java; knows no
 * other feature.
 */
@NullMarked
package dev.superbill.claims.scrub;

import org.jspecify.annotations.NullMarked;
