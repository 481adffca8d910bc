package dev.superbill.local.part;

import dev.superbill.local.Port;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** One process of the local stack. */
public sealed interface Part permits PostgreSql, KafkaBroker, Keycloak, Relay, Clearinghouse, QuarkusService {

    /** As in {@code superbill stop claims}. */
    String name();

    /** The ports that it listens on. */
    List<Port> ports();

    /** Where a person or another part reaches it. */
    String address();

    /** Parts that must be healthy before this one starts. */
    Set<String> needs();

    /**
     * Looks for what the build makes.
     *
     * @throws MissingArtifactException when it is not there
     * @throws IOException when the folder of it cannot be read
     */
    void requireArtifacts() throws IOException;

    /**
     * Makes what the process needs to start: folders, keys, a formatted data folder. Does nothing when that is there.
     *
     * @throws IOException when a file cannot be written, or a tool of the part fails
     * @throws InterruptedException when the stack is being stopped
     */
    default void prepare() throws IOException, InterruptedException {}

    /** How the process is started and stopped. */
    Launch launch() throws IOException;

    /** Asks the process whether it can do its work; answers within some seconds. */
    Health check();

    /**
     * Completes a part that has just begun to answer, before others see it as healthy.
     *
     * @throws IOException when it refuses
     */
    default void settle() throws IOException {}
}
