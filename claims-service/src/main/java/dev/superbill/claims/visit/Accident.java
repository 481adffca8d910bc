package dev.superbill.claims.visit;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The accident, or the employment, that the visit is related to (CLM11, DTP*439).
 *
 * @param causes one to three different ones; not empty
 * @param date the scrubber asks for it of every accident
 * @param state two letters; the scrubber asks for it of a car accident (CLM11-4)
 */
@Schema(name = "Accident", examples = "{\"causes\": [\"AUTO\"], \"date\": \"2026-11-02\", \"state\": \"VT\"}")
public record Accident(
        @NotEmpty(message = "An accident has a cause") @Size(max = 3, message = "An accident has at most three causes")
        List<@NotNull(message = "A cause is AUTO, EMPLOYMENT or OTHER") Cause> causes,

        @Nullable LocalDate date,

        @Nullable @Pattern(regexp = "[A-Z]{2}", message = "A state has two letters")
        String state) {

    private static final Set<Cause> ACCIDENTS = Set.of(Cause.AUTO, Cause.OTHER);

    public Accident {
        // null is for the validation to find
        causes = causes == null ? List.of() : causes.stream().distinct().toList();
    }

    /** What has caused it (CLM11-1 to -3). */
    public enum Cause {
        AUTO("AA"),
        EMPLOYMENT("EM"),
        OTHER("OA");

        private final String code;

        Cause(String code) {
            this.code = code;
        }

        /** The code as it stands in CLM11. */
        public String code() {
            return code;
        }
    }

    /** Whether it is certainly an accident: employment alone may be an illness [X222 2300 DTP*439]. */
    public boolean asksForDate() {
        return causes.stream().anyMatch(ACCIDENTS::contains);
    }

    /** The codes of CLM11. */
    public List<String> codes() {
        return causes.stream().map(Cause::code).toList();
    }
}
