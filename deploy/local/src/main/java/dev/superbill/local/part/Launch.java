package dev.superbill.local.part;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How a process is started and stopped.
 *
 * @param command program and arguments
 * @param environment variables beyond those of this process
 * @param folder where it runs
 * @param stop the signal that ends it in order
 */
public record Launch(List<String> command, Map<String, String> environment, Path folder, StopSignal stop) {

    public Launch {
        command = List.copyOf(command);
        environment = Map.copyOf(environment);
    }

    /** The signals that parts end by. */
    public enum StopSignal {
        /** What most programs end by. */
        TERM,
        /** PostgreSQL's fast shutdown; at TERM it waits for its clients to go. */
        INT
    }
}
