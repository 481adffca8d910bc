/** In which time zone the practice lives: a projection of claims-service's ({@code claims.practice}). */
@NullMarked
package dev.superbill.scheduling.practice;

import org.jspecify.annotations.NullMarked;
