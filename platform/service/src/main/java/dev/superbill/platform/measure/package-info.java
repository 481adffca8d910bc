/**
 * What operations can see of the work itself: amounts and counts that a feature names by a {@link
 * dev.superbill.platform.measure.Measure} and that are read from its tables now and then, never at a scrape. They are sums
 * over all practices, with no name of one and nothing of a patient.
 */
@NullMarked
package dev.superbill.platform.measure;

import org.jspecify.annotations.NullMarked;
