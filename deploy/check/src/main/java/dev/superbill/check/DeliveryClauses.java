package dev.superbill.check;

import dev.superbill.check.Databases.Snapshot;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Whether what was written to outboxes has come to the topics, and from there to everybody who reads them. */
final class DeliveryClauses {

    static final List<String> SERVICES = List.of("scheduling", "claims", "payments", "staff");

    /** An event in an outbox; ids grow with time. */
    private record Event(String id, String topic, String key, String type, String practice) {}

    private final Snapshot databases;
    private final Topics topics;
    private final Report report;

    DeliveryClauses(Snapshot databases, Topics topics, Report report) {
        this.databases = databases;
        this.topics = topics;
        this.report = report;
    }

    void check() {
        Map<String, List<Event>> byTopic = new TreeMap<>();
        for (String service : SERVICES) {
            // topics keep events for 30 days or longer
            databases.read(
                    service,
                    "select id, aggregatetype, aggregateid, type, practice_id from outbox where written_at > now() -"
                            + " interval '29 days'",
                    row -> {
                        Event event = new Event(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getString(5));
                        byTopic.computeIfAbsent(event.topic(), key -> new ArrayList<>())
                                .add(event);
                    });
        }
        Map<String, Boolean> compacted = topics.compacted(byTopic.keySet());
        byTopic.forEach((topic, events) -> published(topic, events, compacted));
        Map<String, Set<String>> consumers = topics.consumers();
        consumers.forEach((consumer, read) -> consumed(consumer, read, byTopic));
    }

    private void published(String topic, List<Event> events, Map<String, Boolean> compacted) {
        Set<String> there = compacted.containsKey(topic) ? topics.eventIds(List.of(topic)) : Set.of();
        Map<String, String> newest = new HashMap<>();
        if (compacted.getOrDefault(topic, false)) {
            events.stream()
                    .filter(event -> there.contains(event.id()))
                    .forEach(event -> newest.merge(event.key(), event.id(), (a, b) -> a.compareTo(b) > 0 ? a : b));
        }
        for (Event event : events) {
            report.looked(Clause.PUBLISHED, 1);
            boolean replaced = newest.getOrDefault(event.key(), "").compareTo(event.id()) > 0;
            if (!there.contains(event.id()) && !replaced) {
                report.add(
                        Clause.PUBLISHED,
                        event.practice(),
                        "event " + event.id() + " " + event.type(),
                        "on " + topic,
                        "not there");
            }
        }
    }

    private void consumed(String consumer, Set<String> read, Map<String, List<Event>> byTopic) {
        String service = consumer.substring(0, consumer.indexOf('.'));
        Set<String> applied = new HashSet<>();
        databases.read(
                service,
                "select event_id from consumed_event where consumer = ?",
                row -> applied.add(row.getString(1)),
                consumer);
        for (String topic : read) {
            List<Event> events = byTopic.getOrDefault(topic, List.of());
            Set<String> types = new TreeSet<>();
            Set<String> handled = new TreeSet<>();
            events.forEach(event -> {
                types.add(event.type());
                if (applied.contains(event.id())) {
                    handled.add(event.type());
                }
            });
            if (types.size() == 1) {
                handled.addAll(types);
            }
            for (Event event : events) {
                // a consumer passes over types that it does not read
                if (handled.contains(event.type())) {
                    report.looked(Clause.CONSUMED, 1);
                    if (!applied.contains(event.id())) {
                        report.add(
                                Clause.CONSUMED,
                                event.practice(),
                                "event " + event.id() + " " + event.type(),
                                "applied by " + consumer,
                                "not applied");
                    }
                }
            }
        }
    }
}
