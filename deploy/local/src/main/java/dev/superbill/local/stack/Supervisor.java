package dev.superbill.local.stack;

import dev.superbill.local.Home;
import dev.superbill.local.Settings;
import dev.superbill.local.SettingsException;
import dev.superbill.local.part.MissingArtifactException;
import dev.superbill.local.part.Part;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps all parts of one stack running, in this process, until it is closed; there is one for a home. */
public final class Supervisor implements AutoCloseable {

    private final Home home;
    private final Settings settings;
    private final StackFile file;
    private final ProcessIdentity self = ProcessIdentity.of(ProcessHandle.current());
    private final List<PartKeeper> keepers = new ArrayList<>();
    private @Nullable FileChannel lockFile;
    private @Nullable FileLock lock;
    private boolean started;
    private boolean closed;

    public Supervisor(Home home, Settings settings, List<Part> parts) {
        this.home = home;
        this.settings = settings;
        this.file = new StackFile(home);
        StopMarks marks = new StopMarks(home);
        parts.forEach(part -> keepers.add(new PartKeeper(part, home, this, marks, settings.longestLifeless())));
    }

    /**
     * Starts the parts and returns at once.
     *
     * @throws SettingsException when something is not built, another process watches this home, or a port is taken
     */
    public void start() throws IOException {
        home.make();
        requireArtifacts();
        lockHome();
        Stack.of(home).stopOrphans();
        PortCheck.refuseTaken(
                home, settings, keepers.stream().map(PartKeeper::part).toList());
        new StopMarks(home).clearAll();
        tell();
        started = true;
        keepers.forEach(keeper ->
                Thread.ofPlatform().name("keeper-" + keeper.part().name()).start(keeper));
    }

    private void requireArtifacts() throws IOException {
        List<String> missing = new ArrayList<>();
        for (PartKeeper keeper : keepers) {
            try {
                keeper.part().requireArtifacts();
            } catch (MissingArtifactException e) {
                missing.add(keeper.part().name() + ": " + e.getMessage());
            }
        }
        if (!missing.isEmpty()) {
            throw new SettingsException(String.join(System.lineSeparator(), missing));
        }
    }

    private void lockHome() throws IOException {
        FileChannel channel =
                FileChannel.open(home.run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        lockFile = channel;
        lock = channel.tryLock();
        if (lock == null) {
            throw new SettingsException("Another superbill is starting or running in " + home.folder());
        }
    }

    /** The stack at this moment. */
    public StackSnapshot snapshot() {
        return new StackSnapshot(
                self,
                settings.gateway(),
                settings.issuer(),
                keepers.stream().map(PartKeeper::snapshot).toList());
    }

    /** Whether parts are healthy; those that are not of this stack are somebody else's care. */
    boolean areHealthy(Set<String> parts) {
        return keepers.stream()
                .filter(keeper -> parts.contains(keeper.part().name()))
                .allMatch(keeper -> keeper.snapshot().state() == PartState.HEALTHY);
    }

    /** Tells the other invocations what has changed. */
    synchronized void tell() {
        if (!closed) {
            file.write(snapshot());
        }
    }

    /** Stops all parts, those first that others do not need, and returns when none runs any more. */
    @Override
    public void close() {
        if (!started) {
            return;
        }
        try {
            List<PartKeeper> running = new ArrayList<>(keepers);
            while (!running.isEmpty()) {
                List<PartKeeper> next = running.stream()
                        .filter(keeper -> running.stream()
                                .noneMatch(other -> other.part()
                                        .needs()
                                        .contains(keeper.part().name())))
                        .toList();
                next.forEach(PartKeeper::close);
                for (PartKeeper keeper : next) {
                    keeper.awaitEnd();
                }
                running.removeAll(next);
            }
            synchronized (this) {
                closed = true;
                file.delete();
            }
            if (lock != null) {
                lock.release();
            }
            if (lockFile != null) {
                lockFile.close();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException("The lock of " + home.folder() + " cannot be released", e);
        }
    }
}
