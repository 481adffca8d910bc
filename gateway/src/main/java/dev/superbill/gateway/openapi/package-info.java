/** One OpenAPI document of all services, merged from the documents that they give of themselves. */
@NullMarked
package dev.superbill.gateway.openapi;

import org.jspecify.annotations.NullMarked;
