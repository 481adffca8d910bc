package dev.superbill.claims.acknowledgement;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which acknowledgement it is. */
public enum Kind {
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
    public String code() {
        return code;
    }
}
