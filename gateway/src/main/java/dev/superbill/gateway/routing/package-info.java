/**
 * The way to the services: every request below {@code /api/} needs a valid token, is counted against its user's rate,
 * and streams to the service that owns its path. A service that does not answer costs its callers a problem, not a wait.
 */
@NullMarked
package dev.superbill.gateway.routing;

import org.jspecify.annotations.NullMarked;
