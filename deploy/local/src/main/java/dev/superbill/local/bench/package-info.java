/**
 * Measures Superbill as it runs: through its public API, on practices of its own that are removed afterwards. Each part
 * gives {@link dev.superbill.local.bench.Figure figures}; nothing here decides whether a build is good.
 */
@NullMarked
package dev.superbill.local.bench;

import org.jspecify.annotations.NullMarked;
