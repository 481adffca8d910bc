/** What PostgreSQL and Hibernate say of a refused write, and what a caller is told of it. */
@NullMarked
package dev.superbill.platform.database;

import org.jspecify.annotations.NullMarked;
