package dev.superbill.claims.claim;

import com.fasterxml.jackson.annotation.JsonValue;

/** CLM05-3. */
public enum Frequency {
    ORIGINAL("1"),
    REPLACEMENT("7"),
    VOID("8");

    private final String code;

    Frequency(String code) {
        this.code = code;
    }

    /** The code as it stands in CLM05-3. */
    @JsonValue
    public String code() {
        return code;
    }
}
