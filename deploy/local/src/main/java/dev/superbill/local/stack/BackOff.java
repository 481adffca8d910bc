package dev.superbill.local.stack;

import java.time.Duration;

/** How long to wait before a part that died is started again: longer each time, short again once it has lived. */
final class BackOff {

    private static final Duration FIRST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Duration LIVED = Duration.ofMinutes(1);

    private Duration next = FIRST;

    /**
     * @param life how long the process that died had been running
     */
    Duration after(Duration life) {
        if (life.compareTo(LIVED) >= 0) {
            next = FIRST;
        }
        Duration pause = next;
        Duration doubled = next.multipliedBy(2);
        next = doubled.compareTo(LONGEST) > 0 ? LONGEST : doubled;
        return pause;
    }
}
