package dev.superbill.local.stack;

import dev.superbill.local.Home;
import dev.superbill.local.part.Health;
import dev.superbill.local.part.Part;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;

/**
 * Keeps one part running: waits for what it needs, starts it, asks for its health, starts it again when it dies, stops it
 * when a person or the end of the stack asks for that. One thread does all of it.
 */
final class PartKeeper implements Runnable {

    private static final Duration GLANCE = Duration.ofMillis(250);
    private static final Duration CHECK = Duration.ofSeconds(2);
    private static final Duration PATIENCE = Duration.ofSeconds(25);
    /** A process that hangs does not end in order either. */
    private static final Duration LAST_PATIENCE = Duration.ofSeconds(5);

    /** One slow answer on a busy machine is no illness. */
    private static final int FAILED_CHECKS = 3;

    private final Part part;
    private final Home home;
    private final Supervisor supervisor;
    private final StopMarks marks;
    private final Duration longestLifeless;
    private final BackOff backOff = new BackOff();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile PartSnapshot snapshot;
    private volatile boolean closing;

    /**
     * @param longestLifeless how long a part that could do its work may be without life until it is started anew
     */
    PartKeeper(Part part, Home home, Supervisor supervisor, StopMarks marks, Duration longestLifeless) {
        this.part = part;
        this.home = home;
        this.supervisor = supervisor;
        this.marks = marks;
        this.longestLifeless = longestLifeless;
        this.snapshot = PartSnapshot.down(part.name(), part.address()).withState(PartState.WAITING, "");
    }

    Part part() {
        return part;
    }

    PartSnapshot snapshot() {
        return snapshot;
    }

    /** Asks it to end; {@link #awaitEnd} waits for that. */
    void close() {
        closing = true;
    }

    void awaitEnd() throws InterruptedException {
        ended.await();
    }

    @Override
    public void run() {
        try {
            while (!closing) {
                if (marks.has(part.name())) {
                    changed(snapshot.withProcess(null).withState(PartState.STOPPED, ""));
                    pause(GLANCE);
                } else if (!supervisor.areHealthy(part.needs())) {
                    changed(snapshot.withState(
                            PartState.WAITING,
                            "for "
                                    + String.join(
                                            ", ", part.needs().stream().sorted().toList())));
                    pause(GLANCE);
                } else {
                    live();
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            changed(snapshot.withProcess(null).withState(PartState.DOWN, ""));
            ended.countDown();
        }
    }

    /** One life of the process, and the pause after it when it died. */
    private void live() throws InterruptedException {
        Duration life = Duration.ZERO;
        String fault;
        try {
            changed(snapshot.withState(PartState.STARTING, "is being prepared"));
            part.prepare();
            PartProcess process = PartProcess.start(home, part);
            boolean lifeless = false;
            try {
                changed(snapshot.withProcess(process.identity()).withState(PartState.STARTING, ""));
                lifeless = watch(process);
            } finally {
                if (process.isAlive()) {
                    process.stop(lifeless ? LAST_PATIENCE : PATIENCE);
                }
            }
            if (isUnwanted()) {
                return;
            }
            life = process.life();
            fault = lifeless
                    ? "was ended because it hung: " + snapshot.note()
                    : "ended with exit code " + process.exitCode();
        } catch (IOException e) {
            fault = String.valueOf(e.getMessage());
        }
        Duration pause = backOff.after(life);
        changed(snapshot.died()
                .withState(PartState.RESTARTING, fault + "; starts again in " + pause.toSeconds() + " s"));
        pause(pause);
    }

    /**
     * Watches until the process has ended, is no longer wanted, or hangs.
     *
     * @return whether it hangs
     */
    private boolean watch(PartProcess process) throws InterruptedException, IOException {
        boolean settled = false;
        int failures = 0;
        long lifeSign = System.nanoTime();
        while (!isUnwanted() && process.isAlive()) {
            Health health = part.check();
            if (health.alive() || !settled) {
                lifeSign = System.nanoTime();
            } else if (System.nanoTime() - lifeSign > longestLifeless.toNanos()) {
                changed(snapshot.withState(PartState.UNHEALTHY, health.note()));
                return true;
            }
            if (health.ready() && !settled) {
                part.settle();
                settled = true;
            }
            failures = health.ready() ? 0 : failures + 1;
            if (health.ready()) {
                changed(snapshot.withState(PartState.HEALTHY, ""));
            } else if (snapshot.state() == PartState.STARTING) {
                changed(snapshot.withState(PartState.STARTING, health.note()));
            } else if (failures >= FAILED_CHECKS) {
                changed(snapshot.withState(PartState.UNHEALTHY, health.note()));
            }
            Duration rest = settled ? CHECK : GLANCE;
            for (Duration waited = Duration.ZERO;
                    waited.compareTo(rest) < 0 && !isUnwanted();
                    waited = waited.plus(GLANCE)) {
                if (process.ended(GLANCE)) {
                    return false;
                }
            }
        }
        return false;
    }

    private boolean isUnwanted() {
        return closing || marks.has(part.name());
    }

    private void pause(Duration length) throws InterruptedException {
        for (Duration waited = Duration.ZERO; waited.compareTo(length) < 0 && !closing; waited = waited.plus(GLANCE)) {
            Thread.sleep(GLANCE);
        }
    }

    private void changed(PartSnapshot next) {
        if (!next.equals(snapshot)) {
            snapshot = next;
            supervisor.tell();
        }
    }
}
