/**
 * What every REST interface of Superbill does alike, with or without a database: problems (RFC 9457), pages with cursors,
 * and ETags.
 */
@NullMarked
package dev.superbill.platform.web;

import org.jspecify.annotations.NullMarked;
