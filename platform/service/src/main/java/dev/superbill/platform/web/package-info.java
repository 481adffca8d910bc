/**
 * What every REST interface of Superbill does alike: problems (RFC 9457), pages with cursors, idempotency keys, ETags, and
 * the log of who read what of a patient.
 */
@NullMarked
package dev.superbill.platform.web;

import org.jspecify.annotations.NullMarked;
