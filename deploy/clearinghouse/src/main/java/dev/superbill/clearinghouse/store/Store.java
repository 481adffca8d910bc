package dev.superbill.clearinghouse.store;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.h2.mvstore.MVStore;

/**
 * The clearinghouse's memory: named tables and counters in one log-structured file. One thread writes; others may read.
 */
public final class Store implements AutoCloseable {

    private static final int CACHE_MEBIBYTES = 4;

    private final MVStore file;
    private final JsonMapper json = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private Store(MVStore file) {
        this.file = file;
    }

    /**
     * Opens or creates the store; only one process can hold it.
     *
     * @param path the file, in a directory that exists
     */
    public static Store open(Path path) {
        return new Store(new MVStore.Builder()
                .fileName(path.toString())
                .autoCommitDisabled()
                .cacheSize(CACHE_MEBIBYTES)
                .compress()
                .open());
    }

    /** The table of this name; made when absent. */
    public <T> Table<T> table(String name, Class<T> type) {
        return new Table<>(file.openMap(name), json, type);
    }

    /**
     * Does one step of work and makes all of its changes durable together; a step that throws leaves no trace.
     *
     * @return what the step answers
     */
    public synchronized <T> T inOneStep(Supplier<T> step) {
        boolean done = false;
        try {
            T answer = step.get();
            file.commit();
            file.sync();
            done = true;
            return answer;
        } finally {
            if (!done) {
                file.rollback();
            }
        }
    }

    /**
     * The next number of a sequence, from 1; never given again once the step is committed.
     *
     * @param sequence its name, for example {@code trace|60054}
     */
    public long next(String sequence) {
        Table<Long> counters = table("counters", Long.class);
        long number = counters.find(sequence).orElse(0L) + 1;
        counters.put(sequence, number);
        return number;
    }

    @Override
    public void close() {
        file.close();
    }
}
