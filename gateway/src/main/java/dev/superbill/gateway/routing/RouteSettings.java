package dev.superbill.gateway.routing;

import io.smallrye.config.ConfigMapping;
import java.net.URI;
import java.util.Optional;

/** Where the services are: {@code superbill.route.claims=http://claims:8080}. */
@ConfigMapping(prefix = "superbill.route")
public interface RouteSettings {

    URI scheduling();

    URI claims();

    URI payments();

    URI staff();

    /** Whom to trust where the services are reached by {@code https}: the name below {@code quarkus.tls}. */
    Optional<String> tlsConfigurationName();

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
