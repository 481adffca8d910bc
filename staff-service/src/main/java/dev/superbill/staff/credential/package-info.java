/**
 * Licences, certificates and insurances with their expiry, without which a provider may not work. Owns the topic
 * {@code staff.credential}.
 */
@NullMarked
package dev.superbill.staff.credential;

import org.jspecify.annotations.NullMarked;
