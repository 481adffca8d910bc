package dev.superbill.scheduling.schedule;

import dev.superbill.platform.web.Problem.Fault;
import dev.superbill.platform.web.ProblemException;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A provider's template as a whole. */
@Schema(examples = ScheduleRequest.EXAMPLE)
record ScheduleRequest(
        @NotNull(message = "The weekly hours are missing") @Size(max = 100, message = "A week has at most 100 openings")
        List<@NotNull(message = "The opening is missing") @Valid WeeklyHours> weekly,

        @Size(max = 1000, message = "There are at most 1000 exceptions") @Nullable
        List<@NotNull(message = "The exception is missing") @Valid DateException> exceptions) {

    static final String EXAMPLE = """
            {"weekly": [{"day": "MONDAY", "opens": "08:00", "closes": "12:00"}, {"day": "MONDAY", "opens": "13:00", "closes": "17:00"}],
             "exceptions": [{"date": "2026-12-24", "opens": "08:00", "closes": "12:00", "reason": "Christmas Eve"},
                            {"date": "2026-12-25", "reason": "Christmas"}]}""";

    List<DateException> exceptionsOrNone() {
        return Objects.requireNonNullElse(exceptions, List.of());
    }

    /**
     * Refuses openings that end before they begin.
     *
     * @throws ProblemException 400 naming each of them
     */
    ScheduleRequest checked() {
        List<Fault> faults = new ArrayList<>();
        for (int i = 0; i < weekly.size(); i++) {
            check("weekly[" + i + "]", weekly.get(i).opens(), weekly.get(i).closes(), faults);
        }
        List<DateException> dates = exceptionsOrNone();
        for (int i = 0; i < dates.size(); i++) {
            check("exceptions[" + i + "]", dates.get(i).opens(), dates.get(i).closes(), faults);
        }
        if (!faults.isEmpty()) {
            throw ProblemException.invalid(400, "INVALID_REQUEST", faults);
        }
        return this;
    }

    private static void check(String field, @Nullable LocalTime opens, @Nullable LocalTime closes, List<Fault> faults) {
        if (opens == null && closes == null) {
            return;
        }
        if (opens == null || closes == null) {
            faults.add(Fault.ofField(field, "Only one of opens and closes is given", "Give both, or none for closed"));
        } else if (!opens.isBefore(closes)) {
            faults.add(Fault.ofField(
                    field + ".closes", "It closes before it opens", "Let it close later on the same day"));
        }
    }
}
