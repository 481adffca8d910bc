package dev.superbill.claims.acknowledgement;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which acknowledgement it is. */
enum Kind {
    TA1("TA1"),
    X999("999"),
    X277CA("277CA"),
    UNKNOWN("UNKNOWN");

    private final String code;

    Kind(String code) {
        this.code = code;
    }

    /** As the trade says it. */
    @JsonValue
    String code() {
        return code;
    }
}
