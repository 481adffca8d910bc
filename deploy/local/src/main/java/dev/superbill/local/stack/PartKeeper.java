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

    /** One slow answer on a busy machine is no illness. */
    private static final int FAILED_CHECKS = 3;

    private final Part part;
    private final Home home;
    private final Supervisor supervisor;
    private final StopMarks marks;
    private final BackOff backOff = new BackOff();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile PartSnapshot snapshot;
    private volatile boolean closing;

    PartKeeper(Part part, Home home, Supervisor supervisor, StopMarks marks) {
        this.part = part;
        this.home = home;
        this.supervisor = supervisor;
        this.marks = marks;
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
            try {
                changed(snapshot.withProcess(process.identity()).withState(PartState.STARTING, ""));
                watch(process);
            } finally {
                if (process.isAlive()) {
                    process.stop(PATIENCE);
                }
            }
            if (isUnwanted()) {
                return;
            }
            life = process.life();
            fault = "ended with exit code " + process.exitCode();
        } catch (IOException e) {
            fault = String.valueOf(e.getMessage());
        }
        Duration pause = backOff.after(life);
        changed(snapshot.died()
                .withState(PartState.RESTARTING, fault + "; starts again in " + pause.toSeconds() + " s"));
        pause(pause);
    }

    /** Returns when the process has ended or is no longer wanted. */
    private void watch(PartProcess process) throws InterruptedException, IOException {
        boolean settled = false;
        int failures = 0;
        while (!isUnwanted() && process.isAlive()) {
            Health health = part.check();
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
                    return;
                }
            }
        }
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
