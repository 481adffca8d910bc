package dev.superbill.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What went wrong, as RFC 9457 has it.
 *
 * @param type a URI that names the kind of problem
 * @param title the kind of problem in words; the same for each occurrence
 * @param status the HTTP status
 * @param detail what happened this time, and what to do; never data of a patient
 * @param code the kind of problem for programs, such as {@code SLOT_TAKEN}
 * @param instance the address that the problem is about
 * @param errors the single faults, where there are several or where they have a place
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(description = "What went wrong (RFC 9457)")
public record Problem(
        String type,
        String title,
        int status,
        @Nullable String detail,
        String code,
        @Nullable String instance,
        @Nullable List<Fault> errors) {

    /** The media type of a problem. */
    public static final String MEDIA_TYPE = "application/problem+json";

    /**
     * One fault and its place: a field of a JSON body, or a segment of an X12 file.
     *
     * @param field the field, such as {@code lines[0].units}
     * @param segment the segment's id, such as {@code CLP}
     * @param position the segment's ordinal in the file, from 1, or the line of a bulk body
     * @param message what is wrong
     * @param action what to do
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Fault(
            @Nullable String field,
            @Nullable String segment,
            @Nullable Long position,
            String message,
            @Nullable String action) {

        public static Fault ofField(String field, String message, String action) {
            return new Fault(field, null, null, message, action);
        }

        public static Fault ofSegment(String segment, long position, String message, String action) {
            return new Fault(null, segment, position, message, action);
        }
    }
}
