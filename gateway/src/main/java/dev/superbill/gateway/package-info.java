/** The one door: sign-in, routing, composed views, and what operations watch. */
@NullMarked
package dev.superbill.gateway;

import org.jspecify.annotations.NullMarked;
