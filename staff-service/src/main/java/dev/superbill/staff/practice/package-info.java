/** In which time zone the practice lives: a projection of claims-service's ({@code claims.practice}). */
@NullMarked
package dev.superbill.staff.practice;

import org.jspecify.annotations.NullMarked;
