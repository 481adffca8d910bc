package dev.superbill.gateway.routing;

import io.smallrye.config.ConfigMapping;
import java.net.URI;

/** Where the services are: {@code superbill.route.claims=http://claims:8080}. */
@ConfigMapping(prefix = "superbill.route")
public interface RouteSettings {

    URI scheduling();

    URI claims();

    URI payments();

    URI staff();

    /** The base address of a service. */
    default URI of(Destination destination) {
        return switch (destination) {
            case SCHEDULING -> scheduling();
            case CLAIMS -> claims();
            case PAYMENTS -> payments();
            case STAFF -> staff();
        };
    }
}
