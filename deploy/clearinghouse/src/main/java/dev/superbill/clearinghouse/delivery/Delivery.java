package dev.superbill.clearinghouse.delivery;

import java.time.Instant;

/**
 * A file for a submitter.
 *
 * @param kind TA1, 999, 277CA or 835
 * @param content the interchange; empty once delivered
 */
public record Delivery(String submitter, String kind, String fileName, String content, Instant dueAt) {

    Delivery withoutContent() {
        return new Delivery(submitter, kind, fileName, "", dueAt);
    }
}
