package dev.superbill.payments.remittance;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * Events between services as a seeded scheduler delivers them: order holds within a key and nowhere else; the relay dies
 * between sending and noting that it has sent; consumers die in their transaction, or between its commit and the commit
 * of their offset; groups begin anew from offset zero. The consumer remembers the ids that it has applied, as the inbox does.
 */
final class Delivery {

    private record Event(String id, Runnable effect) {}

    private final Random random;
    private final Map<String, List<Event>> logs = new LinkedHashMap<>();
    private final Map<String, Integer> offsets = new HashMap<>();
    private final Set<String> applied = new HashSet<>();
    private int faults;

    Delivery(Random random) {
        this.random = random;
    }

    /** An event behind those of its key that were sent before. */
    void send(String key, String id, Runnable effect) {
        List<Event> log = logs.computeIfAbsent(key, one -> new ArrayList<>());
        log.add(new Event(id, effect));
        if (random.nextInt(8) == 0) {
            // sent again with the same id, together with what had followed it
            faults++;
            int from = Math.max(0, log.size() - 1 - random.nextInt(2));
            log.addAll(List.copyOf(log.subList(from, log.size())));
        }
    }

    /** Delivers until all is applied; gives how many faults it has made. */
    int run() {
        List<String> behind = new ArrayList<>(logs.keySet());
        while (!behind.isEmpty()) {
            String key = behind.get(random.nextInt(behind.size()));
            if (deliver(key)) {
                behind.remove(key);
            }
        }
        // whoever reads a topic again from its beginning changes nothing
        offsets.clear();
        logs.keySet().forEach(key -> {
            while (!deliver(key)) {
                faults++;
            }
        });
        return faults;
    }

    /** The next event of a key; true when there is none behind it. */
    private boolean deliver(String key) {
        List<Event> log = logs.getOrDefault(key, List.of());
        int offset = offsets.getOrDefault(key, 0);
        if (offset == log.size()) {
            return true;
        }
        Event event = log.get(offset);
        switch (random.nextInt(12)) {
            case 0 -> faults++; // dies in its transaction: nothing has happened
            case 1 -> {
                apply(event); // dies before its offset is committed
                faults++;
            }
            case 2 -> {
                apply(event); // another member takes over from the last committed offset
                offsets.put(key, Math.max(0, offset - random.nextInt(3)));
                faults++;
            }
            default -> {
                apply(event);
                offsets.put(key, offset + 1);
            }
        }
        return offsets.getOrDefault(key, 0) == log.size();
    }

    private void apply(Event event) {
        if (applied.add(event.id())) {
            event.effect().run();
        }
    }
}
