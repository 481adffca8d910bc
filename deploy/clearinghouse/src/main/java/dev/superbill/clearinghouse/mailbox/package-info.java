/**
 * The submitters' mailboxes: an SFTP server with a home folder for each submitter id. {@code outbound/} is what the
 * submitter sends, {@code inbound/} what it fetches (the names are from the submitter's side).
 */
@NullMarked
package dev.superbill.clearinghouse.mailbox;

import org.jspecify.annotations.NullMarked;
