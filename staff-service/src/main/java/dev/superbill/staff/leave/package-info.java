/** Leave: asked for, approved, refused or cancelled. What is approved makes an employee unavailable. */
@NullMarked
package dev.superbill.staff.leave;

import org.jspecify.annotations.NullMarked;
