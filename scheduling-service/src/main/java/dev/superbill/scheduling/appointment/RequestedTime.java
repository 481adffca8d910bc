package dev.superbill.scheduling.appointment;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.superbill.platform.web.Dates;
import dev.superbill.platform.web.ProblemException;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoField;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAccessor;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A time as somebody asks for it: with an offset, or as the clock on the practice's wall shows it.
 *
 * @param local what the clock shows
 * @param offset from UTC; null for the practice's own
 */
@Schema(
        type = SchemaType.STRING,
        format = "date-time",
        description = "ISO 8601; without an offset it is the practice's own time")
record RequestedTime(LocalDateTime local, @Nullable ZoneOffset offset) {

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static RequestedTime of(String text) {
        try {
            TemporalAccessor parsed =
                    DateTimeFormatter.ISO_DATE_TIME.parseBest(text, OffsetDateTime::from, LocalDateTime::from);
            Dates.check(parsed.get(ChronoField.YEAR));
            return parsed instanceof OffsetDateTime time
                    ? new RequestedTime(time.toLocalDateTime(), time.getOffset())
                    : new RequestedTime((LocalDateTime) parsed, null);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("Not a time of ISO 8601", e);
        }
    }

    /**
     * The instant, to the microsecond, which is what the database keeps. An hour that comes twice when the clocks go back
     * means its first coming.
     *
     * @param field whose time it is, for the problem
     * @throws ProblemException 400 for an hour that is left out when the clocks go forward
     */
    Instant in(ZoneId zone, String field) {
        ZoneOffset known = offset;
        if (known == null) {
            List<ZoneOffset> offsets = zone.getRules().getValidOffsets(local);
            if (offsets.isEmpty()) {
                throw ProblemException.badRequest(
                        field,
                        "The clocks go forward on that day and leave this hour out",
                        "Choose another time, or give it with its offset");
            }
            known = offsets.getFirst();
        }
        return local.toInstant(known).truncatedTo(ChronoUnit.MICROS);
    }
}
