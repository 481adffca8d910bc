package dev.superbill.scheduling.practice;

import java.time.ZoneId;

/** What scheduling needs of claims-service's event. */
record PracticeChanged(long version, String name, ZoneId timeZone) {

    static final String TYPE = "dev.superbill.claims.practice-changed.v1";
}
