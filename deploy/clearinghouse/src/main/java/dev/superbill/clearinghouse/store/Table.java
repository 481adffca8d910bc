package dev.superbill.clearinghouse.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;

/**
 * Values of one type by text key, in the order of their keys. Values are kept as JSON, so a file written by an older
 * version of the program stays readable.
 */
public final class Table<T> {

    private final MVMap<String, String> map;
    private final JsonMapper json;
    private final Class<T> type;

    Table(MVMap<String, String> map, JsonMapper json, Class<T> type) {
        this.map = map;
        this.json = json;
        this.type = type;
    }

    /** Puts or replaces. */
    public void put(String key, T value) {
        try {
            map.put(key, json.writeValueAsString(value));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot keep " + type.getSimpleName(), e);
        }
    }

    /** The value of a key. */
    public Optional<T> find(String key) {
        String text = map.get(key);
        return text == null ? Optional.empty() : Optional.of(read(text));
    }

    /** True when the key is there. */
    public boolean contains(String key) {
        return map.containsKey(key);
    }

    /** Removes a key; nothing happens when it is absent. */
    public void remove(String key) {
        map.remove(key);
    }

    /** How many entries there are. */
    public long size() {
        return map.sizeAsLong();
    }

    /** The keys that begin with a prefix, in order. */
    public List<String> keys(String prefix) {
        List<String> keys = new ArrayList<>();
        Iterator<String> all = map.keyIterator(prefix);
        while (all.hasNext()) {
            String key = all.next();
            if (!key.startsWith(prefix)) {
                break;
            }
            keys.add(key);
        }
        return keys;
    }

    /** The entries whose keys begin with a prefix, in order of keys, at most so many. */
    public List<Map.Entry<String, T>> entries(String prefix, int limit) {
        List<Map.Entry<String, T>> entries = new ArrayList<>();
        Cursor<String, String> all = map.cursor(prefix);
        while (all.hasNext() && entries.size() < limit) {
            String key = all.next();
            if (!key.startsWith(prefix)) {
                break;
            }
            entries.add(Map.entry(key, read(all.getValue())));
        }
        return entries;
    }

    /** The last entries in order of keys, at most so many. */
    public List<Map.Entry<String, T>> last(int limit) {
        long from = Math.max(0, map.sizeAsLong() - limit);
        String first = map.isEmpty() ? null : map.getKey(from);
        List<Map.Entry<String, T>> entries = new ArrayList<>();
        Cursor<String, String> all = map.cursor(first);
        while (all.hasNext()) {
            entries.add(Map.entry(all.next(), read(all.getValue())));
        }
        return entries;
    }

    private T read(String text) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("cannot read " + type.getSimpleName(), e);
        }
    }
}
