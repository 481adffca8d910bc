/** What PostgreSQL says that Hibernate does not pass on. */
@NullMarked
package dev.superbill.platform.database;

import org.jspecify.annotations.NullMarked;
