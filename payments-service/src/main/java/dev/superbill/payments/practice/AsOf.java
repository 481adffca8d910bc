package dev.superbill.payments.practice;

import dev.superbill.platform.web.ProblemException;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** At the end of which day a report is wanted; a {@code @BeanParam}. */
public class AsOf {

    @QueryParam("asOf")
    @Parameter(
            description = "The last day that counts, ISO 8601; absent: today, in the practice's time zone",
            example = "2026-11-24")
    @Nullable
    String asOf;

    /**
     * The day.
     *
     * @param today when none is asked for
     * @throws ProblemException 400 when it is no date
     */
    public LocalDate day(LocalDate today) {
        try {
            return asOf == null || asOf.isBlank() ? today : LocalDate.parse(asOf);
        } catch (DateTimeException e) {
            throw ProblemException.badRequest("asOf", "This is no date", "Write it as 2026-11-24");
        }
    }
}
