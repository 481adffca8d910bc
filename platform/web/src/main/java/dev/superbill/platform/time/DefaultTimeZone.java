package dev.superbill.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a practice is until it has told its own time zone: {@code superbill.default-time-zone}, or the zone of the machine,
 * which is the practice's own where it runs Superbill itself. One for all services, so that none of them is a day ahead.
 */
@ApplicationScoped
public class DefaultTimeZone {

    private final ZoneId zone;

    /** @throws DateTimeException when the setting names no time zone, so that the service does not start */
    DefaultTimeZone(@ConfigProperty(name = "superbill.default-time-zone") Optional<String> configured) {
        this.zone = configured
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .map(ZoneId::of)
                .orElseGet(DefaultTimeZone::ofTheMachine);
    }

    private static ZoneId ofTheMachine() {
        try {
            return ZoneId.systemDefault();
        } catch (DateTimeException e) {
            // a machine without a time zone, as some containers are
            return ZoneOffset.UTC;
        }
    }

    public ZoneId zone() {
        return zone;
    }
}
