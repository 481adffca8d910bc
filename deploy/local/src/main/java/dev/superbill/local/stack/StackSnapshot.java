package dev.superbill.local.stack;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.List;

/**
 * The whole stack at one moment, as its supervisor tells it.
 *
 * @param supervisor the process that watches it
 * @param gateway the address of Superbill
 * @param issuer where tokens come from
 * @param parts the parts in the order in which they are shown
 */
public record StackSnapshot(ProcessIdentity supervisor, String gateway, String issuer, List<PartSnapshot> parts) {

    public StackSnapshot {
        parts = List.copyOf(parts);
    }

    /** Whether each part can do its work. */
    @JsonIgnore
    public boolean isHealthy() {
        return parts.stream().allMatch(part -> part.state() == PartState.HEALTHY);
    }

    /** The memory that the parts and their supervisor hold at this moment. */
    public long resident() {
        return supervisor.alive().map(Memory::residentAlone).orElse(0L)
                + parts.stream().mapToLong(PartSnapshot::resident).sum();
    }
}
