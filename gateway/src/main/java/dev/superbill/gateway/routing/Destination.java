package dev.superbill.gateway.routing;

import java.util.Locale;
import java.util.Optional;

/** The services behind the gateway, and which of them owns a path. */
public enum Destination {
    SCHEDULING,
    CLAIMS,
    PAYMENTS,
    STAFF;

    private static final String PREFIX = "/api/v1/";

    /** The service's name as settings and answers have it: {@code claims}. */
    public String serviceName() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The service that owns a path; none for the gateway's own and for unknown ones. */
    static Optional<Destination> of(String path) {
        // a service would read a path without its matrix parameters (claims/;a=b), of which no address has any
        if (!path.startsWith(PREFIX) || isOwn(path) || path.indexOf(';') >= 0) {
            return Optional.empty();
        }
        int end = path.indexOf('/', PREFIX.length());
        String collection = path.substring(PREFIX.length(), end < 0 ? path.length() : end);
        return switch (collection) {
            case "patients", "appointments", "schedules" -> Optional.of(SCHEDULING);
            case "practice",
                    "payers",
                    "trading-partners",
                    "encounters",
                    "claims",
                    "batches",
                    "acknowledgements",
                    "ncci" -> Optional.of(CLAIMS);
            case "remittances", "exceptions", "ledger", "reports", "accounts" -> Optional.of(PAYMENTS);
            case "providers", "employees", "credentials", "shifts", "leaves" -> Optional.of(STAFF);
            default -> Optional.empty();
        };
    }

    /** The composed account of a patient is the gateway's own, though its path lies among scheduling's. */
    private static boolean isOwn(String path) {
        return path.startsWith(PREFIX + "patients/") && path.endsWith("/account");
    }
}
