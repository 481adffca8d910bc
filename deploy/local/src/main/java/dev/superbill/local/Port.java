package dev.superbill.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ports of the local stack, each with a name by which a person can move it. */
public enum Port {
    POSTGRESQL(15432),
    KAFKA(19092),
    KAFKA_CONTROLLER(19093),
    KEYCLOAK(18080),
    KEYCLOAK_MANAGEMENT(18081),
    RELAY(18083),
    CLEARINGHOUSE(12222),
    CLEARINGHOUSE_HTTP(12280),
    SCHEDULING(18101),
    CLAIMS(18102),
    PAYMENTS(18103),
    STAFF(18104),
    GATEWAY(8080);

    private final int usual;

    Port(int usual) {
        this.usual = usual;
    }

    public int usual() {
        return usual;
    }

    /** As in {@code --port kafka-controller=19093}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As in {@code SUPERBILL_PORT_KAFKA_CONTROLLER=19093}. */
    public String variable() {
        return "SUPERBILL_PORT_" + name();
    }

    /** As in {@code port.kafka-controller=19093}. */
    public String property() {
        return "port." + label();
    }

    public static Optional<Port> labelled(String label) {
        return Arrays.stream(values())
                .filter(port -> port.label().equals(label))
                .findFirst();
    }
}
