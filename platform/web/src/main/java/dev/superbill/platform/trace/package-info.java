/** What a trace may tell: ways and times, never what somebody asked for. */
@NullMarked
package dev.superbill.platform.trace;

import org.jspecify.annotations.NullMarked;
