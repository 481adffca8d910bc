/**
 * Answers that are composed of several services': a patient's account, a day's work. A service that does not answer in
 * time is named in {@code missing}; the rest is shown all the same.
 */
@NullMarked
package dev.superbill.gateway.view;

import org.jspecify.annotations.NullMarked;
