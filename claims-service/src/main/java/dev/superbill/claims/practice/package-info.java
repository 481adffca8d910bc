/**
 * Who bills: name, identifiers and addresses of the practice as the payers know it (837P loops 2010AA and 2010AB). Owns
 * topic {@code claims.practice}.
 */
@NullMarked
package dev.superbill.claims.practice;

import org.jspecify.annotations.NullMarked;
