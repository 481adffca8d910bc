/**
 * What operations watch: how far consumers are behind, and the messages that could not be applied. Neither shows a
 * payload, because payloads tell of patients.
 */
@NullMarked
package dev.superbill.gateway.operations;

import org.jspecify.annotations.NullMarked;
