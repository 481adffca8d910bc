package dev.superbill.platform.events;

import dev.superbill.phi.PracticeCipher;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * What a consumer does with the types of event that it reads. An unknown type is passed over; an unknown version of a
 * known type is a dead letter, because passing it over would lose what it tells.
 */
public final class EventHandlers {

    /** One type's record and rule. */
    record Handler<T>(Class<T> payload, BiConsumer<T, EventEnvelope> rule) {

        void apply(String json, EventEnvelope envelope, PracticeCipher cipher) {
            rule.accept(EventJson.read(json, payload, cipher), envelope);
        }
    }

    private final Map<String, Handler<?>> handlers = new ConcurrentHashMap<>();

    private EventHandlers() {}

    /** Begins with one type. */
    public static <T> EventHandlers on(String type, Class<T> payload, BiConsumer<T, EventEnvelope> rule) {
        return new EventHandlers().and(type, payload, rule);
    }

    /** Adds another type. */
    public <T> EventHandlers and(String type, Class<T> payload, BiConsumer<T, EventEnvelope> rule) {
        handlers.put(type, new Handler<>(payload, rule));
        return this;
    }

    /** The handler of an event's type, or null for a type that the consumer does not read. */
    @Nullable
    Handler<?> of(EventEnvelope envelope) {
        Handler<?> handler = handlers.get(envelope.type());
        if (handler == null
                && handlers.keySet().stream()
                        .anyMatch(known -> withoutVersion(known).equals(envelope.typeName()))) {
            throw new UnreadableEventException("The version of " + envelope.type() + " is not known here");
        }
        return handler;
    }

    static String withoutVersion(String type) {
        int dot = type.lastIndexOf('.');
        return dot < 0 ? type : type.substring(0, dot);
    }
}
