package dev.superbill.staff.practice;

import java.time.ZoneId;

/** What staff needs of claims-service's event. */
record PracticeChanged(long version, ZoneId timeZone) {

    static final String TYPE = "dev.superbill.claims.practice-changed.v1";
}
