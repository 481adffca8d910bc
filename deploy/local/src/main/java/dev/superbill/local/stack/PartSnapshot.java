package dev.superbill.local.stack;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A part at one moment.
 *
 * @param name its name
 * @param process its process; null when it has none
 * @param state what it is at
 * @param address where it listens
 * @param restarts how often it died and was started again
 * @param note what a person should know of it; empty when nothing
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PartSnapshot(
        String name, @Nullable ProcessIdentity process, PartState state, String address, int restarts, String note) {

    /** The memory that it holds at this moment; 0 when it has no process. */
    public long resident() {
        return process == null ? 0 : process.alive().map(Memory::resident).orElse(0L);
    }

    static PartSnapshot down(String name, String address) {
        return new PartSnapshot(name, null, PartState.DOWN, address, 0, "");
    }

    PartSnapshot withState(PartState changed, String reason) {
        return new PartSnapshot(name, process, changed, address, restarts, reason);
    }

    PartSnapshot withProcess(@Nullable ProcessIdentity started) {
        return new PartSnapshot(name, started, state, address, restarts, note);
    }

    PartSnapshot died() {
        return new PartSnapshot(name, null, PartState.RESTARTING, address, restarts + 1, note);
    }
}
