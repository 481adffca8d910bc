package dev.superbill.staff.leave;

import static dev.superbill.staff.leave.LeaveStatus.APPROVED;
import static dev.superbill.staff.leave.LeaveStatus.CANCELLED;
import static dev.superbill.staff.leave.LeaveStatus.REFUSED;
import static dev.superbill.staff.leave.LeaveStatus.REQUESTED;

import java.util.Arrays;
import java.util.Set;

/** What is decided about a leave, and from where. */
enum LeaveStep {
    APPROVE("approve", APPROVED),
    REFUSE("refuse", REFUSED),
    CANCEL("cancel", CANCELLED);

    private final String path;
    private final LeaveStatus to;

    LeaveStep(String path, LeaveStatus to) {
        this.path = path;
        this.to = to;
    }

    /** The states from which it is possible. */
    Set<LeaveStatus> from() {
        return switch (this) {
            case APPROVE, REFUSE -> Set.of(REQUESTED);
            case CANCEL -> Set.of(REQUESTED, APPROVED);
        };
    }

    /** The step that an address names; a path parameter of that form becomes one. */
    public static LeaveStep fromString(String path) {
        return Arrays.stream(values())
                .filter(step -> step.path.equals(path))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No such step"));
    }

    String path() {
        return path;
    }

    LeaveStatus to() {
        return to;
    }
}
