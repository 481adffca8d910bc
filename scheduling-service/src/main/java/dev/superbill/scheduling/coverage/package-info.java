/**
 * Who pays for a patient's care, in which order and when: one coverage of a rank at a time. Owns the topic
 * {@code scheduling.coverage}, keyed by patient. Tells what loops 2000B, 2010BA and 2320 of an 837P will say.
 */
@NullMarked
package dev.superbill.scheduling.coverage;

import org.jspecify.annotations.NullMarked;
