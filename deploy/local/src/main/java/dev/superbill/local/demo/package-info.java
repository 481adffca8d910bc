/** A practice's day of visits, told as it happens, through the public API only; ends with a proof that the books agree. */
@NullMarked
package dev.superbill.local.demo;

import org.jspecify.annotations.NullMarked;
