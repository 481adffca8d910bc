package dev.superbill.local.stack;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What a part is at. */
public enum PartState {
    /** No process. */
    DOWN,
    /** Its turn comes when the parts that it needs are healthy. */
    WAITING,
    /** The process runs and does not answer yet. */
    STARTING,
    /** It can do its work. */
    HEALTHY,
    /** It could do its work and now says that it cannot. */
    UNHEALTHY,
    /** It died and is started again after a pause. */
    RESTARTING,
    /** Stopped by a person, until {@code start}. */
    STOPPED,
    /** The process runs, but nobody watches it any more. */
    UNATTENDED;

    /** As it is shown. */
    @JsonValue
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
