package dev.superbill.platform.time;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneId;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Where a practice is until it has told its own time zone: {@code superbill.default-time-zone}, or the zone of the machine,
 * which is the practice's own where it runs Superbill itself. One for all services, so that none of them is a day ahead.
 */
@ApplicationScoped
public class DefaultTimeZone {

    private final ZoneId zone;

    DefaultTimeZone(@ConfigProperty(name = "superbill.default-time-zone") Optional<ZoneId> configured) {
        this.zone = configured.orElseGet(ZoneId::systemDefault);
    }

    public ZoneId zone() {
        return zone;
    }
}
