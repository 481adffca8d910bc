/** Superbill's public API as a client uses it, for the commands that are clients. */
@NullMarked
package dev.superbill.local.client;

import org.jspecify.annotations.NullMarked;
