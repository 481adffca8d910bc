/**
 * Trading partners: whom claims are sent to, under which names, and the SFTP server where files are laid and fetched. Owns
 * the topic {@code claims.trading-partner}.
 */
@NullMarked
package dev.superbill.claims.submission.partner;

import org.jspecify.annotations.NullMarked;
