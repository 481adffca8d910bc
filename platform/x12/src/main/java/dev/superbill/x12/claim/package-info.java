/**
 * The 837 professional claim, guide 005010X222A1: a claim as one record with all that its loops hold, a writer that builds
 * the hierarchy (2000A billing provider, 2000B subscriber, 2000C patient), and a reader that gives the claims back one by one.
 */
@NullMarked
package dev.superbill.x12.claim;

import org.jspecify.annotations.NullMarked;
