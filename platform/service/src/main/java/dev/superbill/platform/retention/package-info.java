/** What a service remembers of its own work only for a time. */
@NullMarked
package dev.superbill.platform.retention;

import org.jspecify.annotations.NullMarked;
