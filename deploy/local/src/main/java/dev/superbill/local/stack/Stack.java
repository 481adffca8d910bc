package dev.superbill.local.stack;

import dev.superbill.local.Home;
import dev.superbill.local.Settings;
import dev.superbill.local.SettingsException;
import dev.superbill.local.part.Parts;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** The stack of a home as another invocation of the command sees it: from outside of the supervisor. */
public final class Stack {

    private static final Duration GLANCE = Duration.ofMillis(200);
    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private final Home home;
    private final StackFile file;

    private Stack(Home home) {
        this.home = home;
        this.file = new StackFile(home);
    }

    public static Stack of(Home home) {
        return new Stack(home);
    }

    /** What the supervisor tells, while there is one. */
    public Optional<StackSnapshot> running() {
        return file.read().filter(snapshot -> snapshot.supervisor().alive().isPresent());
    }

    /**
     * The stack as it is, also when nobody watches it.
     *
     * @param settings tell the addresses when nothing runs
     */
    public StackSnapshot now(Settings settings) {
        return running().orElseGet(() -> unattended(settings));
    }

    private StackSnapshot unattended(Settings settings) {
        List<PartSnapshot> left = file.read().map(StackSnapshot::parts).orElse(List.of());
        List<PartSnapshot> parts = Parts.of(home, settings, List.of()).stream()
                .map(part -> left.stream()
                        .filter(other -> other.name().equals(part.name()) && isAlive(other))
                        .map(other ->
                                other.withState(PartState.UNATTENDED, "nobody watches it; superbill down ends it"))
                        .findFirst()
                        .orElseGet(() -> PartSnapshot.down(part.name(), part.address())))
                .toList();
        return new StackSnapshot(ProcessIdentity.NONE, settings.gateway(), settings.issuer(), parts);
    }

    private static boolean isAlive(PartSnapshot part) {
        ProcessIdentity process = part.process();
        return process != null && process.alive().isPresent();
    }

    /** The running stack. */
    public StackSnapshot required() {
        return running()
                .orElseThrow(() -> new SettingsException("Superbill is not running; start it with: superbill up"));
    }

    /** Asks the supervisor to stop or start a part, and waits until it has. */
    public PartSnapshot want(String name, boolean up) throws InterruptedException {
        required();
        StopMarks marks = new StopMarks(home);
        if (up) {
            marks.clear(name);
        } else {
            marks.set(name);
        }
        PartState wanted = up ? PartState.HEALTHY : PartState.STOPPED;
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (true) {
            PartSnapshot part = required().parts().stream()
                    .filter(one -> one.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new SettingsException(name + " is not among the parts that were started"));
            if (part.state() == wanted || System.nanoTime() > deadline) {
                return part;
            }
            Thread.sleep(GLANCE);
        }
    }

    /** Lets all parts run again that were stopped by a person. */
    public void wantAll() {
        new StopMarks(home).clearAll();
    }

    /**
     * Stops everything and waits for it.
     *
     * @return whether anything ran
     */
    public boolean stop() throws InterruptedException {
        Optional<ProcessHandle> supervisor =
                file.read().flatMap(snapshot -> snapshot.supervisor().alive());
        if (supervisor.isPresent()) {
            ProcessHandle process = supervisor.get();
            process.destroy();
            if (!ended(process)) {
                process.destroyForcibly();
                ended(process);
            }
        }
        return stopOrphans() || supervisor.isPresent();
    }

    /** Stops parts whose supervisor has died without them; those first that use the others. */
    boolean stopOrphans() {
        List<ProcessHandle> orphans = file.read().map(StackSnapshot::parts).orElse(List.of()).reversed().stream()
                .map(PartSnapshot::process)
                .filter(Objects::nonNull)
                .flatMap(process -> process.alive().stream())
                .toList();
        try {
            for (ProcessHandle orphan : orphans) {
                PartProcess.interrupt(orphan.pid());
                if (!ended(orphan)) {
                    orphan.destroyForcibly();
                    ended(orphan);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        file.delete();
        return !orphans.isEmpty();
    }

    private static boolean ended(ProcessHandle process) throws InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (ProcessIdentity.runs(process)) {
            if (System.nanoTime() > deadline) {
                return false;
            }
            Thread.sleep(GLANCE);
        }
        return true;
    }
}
