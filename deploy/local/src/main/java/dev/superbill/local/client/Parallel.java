package dev.superbill.local.client;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntFunction;

/** Several clients at once, as in an office. */
public final class Parallel implements AutoCloseable {

    private final ExecutorService clients;

    public Parallel(int clients) {
        this.clients = Executors.newFixedThreadPool(clients, Thread.ofVirtual().factory());
    }

    /** Does work for the numbers below a count; the results in the order of the numbers. */
    public <T> List<T> map(int count, IntFunction<T> work) {
        List<Future<T>> running = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            int number = i;
            running.add(clients.submit(() -> work.apply(number)));
        }
        List<T> results = new ArrayList<>();
        try {
            for (Future<T> one : running) {
                results.add(one.get());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted", e);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException fault) {
                throw fault;
            }
            throw new IllegalStateException(e.getCause());
        }
        return results;
    }

    @Override
    public void close() {
        clients.shutdownNow();
    }
}
