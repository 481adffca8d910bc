package dev.superbill.claims.acknowledgement;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;

/** How long we wait for an answer before a person has to ask. Holidays count as business days. */
enum Patience {
    /** 24 hours from sending a batch to its 999. */
    SYNTAX(FollowUpKind.NO_999),
    /** Three business days from sending a claim to its 277CA. */
    CLAIM(FollowUpKind.NO_277CA),
    /** Thirty days from a claim's acceptance to its 835. */
    REMITTANCE(FollowUpKind.NO_835);

    private static final int BUSINESS_DAYS = 3;

    private final FollowUpKind kind;

    Patience(FollowUpKind kind) {
        this.kind = kind;
    }

    FollowUpKind kind() {
        return kind;
    }

    /** What was waiting before this moment has waited too long now. */
    Instant overdueBefore(Instant now, ZoneId zone) {
        return switch (this) {
            case SYNTAX -> now.minus(Duration.ofHours(24));
            case CLAIM -> businessDaysBefore(now.atZone(zone)).toInstant();
            case REMITTANCE -> now.atZone(zone).minusDays(30).toInstant();
        };
    }

    private static ZonedDateTime businessDaysBefore(ZonedDateTime now) {
        ZonedDateTime moment = now;
        // on a weekend no time passes: it is still the end of Friday
        while (moment.getDayOfWeek() == DayOfWeek.SUNDAY) {
            moment = moment.minusDays(1);
        }
        if (moment.getDayOfWeek() == DayOfWeek.SATURDAY) {
            moment = moment.with(LocalTime.MIDNIGHT);
        }
        for (int counted = 0; counted < BUSINESS_DAYS; ) {
            moment = moment.minusDays(1);
            if (isBusinessDay(moment)) {
                counted++;
            }
        }
        return moment;
    }

    private static boolean isBusinessDay(ZonedDateTime moment) {
        return moment.getDayOfWeek() != DayOfWeek.SATURDAY && moment.getDayOfWeek() != DayOfWeek.SUNDAY;
    }
}
