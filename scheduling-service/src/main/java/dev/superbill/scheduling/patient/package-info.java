/**
 * The people whom the practice treats: demographics, and the guarantor who pays. Owns the topic
 * {@code scheduling.patient}.
 */
@NullMarked
package dev.superbill.scheduling.patient;

import org.jspecify.annotations.NullMarked;
