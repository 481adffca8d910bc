package dev.superbill.clearinghouse.scenario;

import dev.superbill.clearinghouse.store.Store;
import dev.superbill.clearinghouse.store.Table;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The requests that are still open; they survive a restart. */
public final class Scenarios {

    private static final int MOST = 1000;

    private final Store store;
    private final Table<Scenario> open;

    /** The requests in a store. */
    public Scenarios(Store store) {
        this.store = store;
        this.open = store.table("scenarios", Scenario.class);
    }

    /** Adds a request; within a step of the store. */
    public void add(Scenario scenario) {
        open.put(String.format(Locale.ROOT, "%012d", store.next("scenario")), scenario);
    }

    /** Forgets all requests; within a step of the store. */
    public void clear() {
        open.keys("").forEach(open::remove);
    }

    /** What is still to happen. */
    public List<Scenario> open() {
        return open.entries("", MOST).stream().map(Map.Entry::getValue).toList();
    }

    /** Takes the oldest request that fits, once; within a step of the store. */
    public Optional<Scenario> take(Scenario.Kind kind, String submitter, @Nullable String payer) {
        return take(kind, submitter, payer, null);
    }

    /**
     * Takes the oldest request that fits a kind of answer too.
     *
     * @param answer TA1, 999, 277CA or 835
     */
    public Optional<Scenario> take(
            Scenario.Kind kind, String submitter, @Nullable String payer, @Nullable String answer) {
        for (Map.Entry<String, Scenario> entry : open.entries("", MOST)) {
            Scenario scenario = entry.getValue();
            boolean fits = scenario.answers() == null || answer == null || answer.equals(scenario.answers());
            if (fits && scenario.means(kind, submitter, payer)) {
                if (scenario.count() > 1) {
                    open.put(entry.getKey(), scenario.onceLess());
                } else {
                    open.remove(entry.getKey());
                }
                return Optional.of(scenario);
            }
        }
        return Optional.empty();
    }
}
