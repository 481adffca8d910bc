package dev.superbill.payments.exception;

import dev.superbill.x12.Position;
import dev.superbill.x12.X12Issue;
import org.jspecify.annotations.Nullable;

/**
 * Why a transaction or a claim of a remittance was not simply posted, or what is remarkable about it.
 *
 * @param code for programs, such as {@code OUT_OF_BALANCE}
 * @param message what is wrong with both sides of it, and what to do; no data of a patient
 * @param segment the segment's id, where there is one
 * @param position the segment's ordinal in the file, from 1
 */
public record Reason(
        String code,
        String message,
        @Nullable String segment,
        @Nullable Long position) {

    public static Reason of(String code, String message) {
        return new Reason(code, message, null, null);
    }

    public static Reason of(String code, String message, String segment, Position position) {
        return new Reason(code, message, segment, position.inFile() == 0 ? null : position.inFile());
    }

    public static Reason of(X12Issue issue) {
        String segment = issue.segment().isEmpty() ? null : issue.segment();
        Long position = issue.position().inFile() == 0 ? null : issue.position().inFile();
        String loop = issue.loop().isEmpty() ? "" : "Loop " + issue.loop() + ": ";
        return new Reason(issue.code().name(), loop + issue.message() + ". " + issue.action(), segment, position);
    }
}
