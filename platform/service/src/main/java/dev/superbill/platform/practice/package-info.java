/**
 * A practice is a tenant. The practice of a request comes from its token, that of an event from the event, that of a job
 * from the job's own loop, and never from a parameter. Two guards hold it: Hibernate's tenant discriminator, and
 * PostgreSQL's row-level security under a role that owns nothing; a transaction without a practice sees no rows.
 */
@NullMarked
package dev.superbill.platform.practice;

import org.jspecify.annotations.NullMarked;
