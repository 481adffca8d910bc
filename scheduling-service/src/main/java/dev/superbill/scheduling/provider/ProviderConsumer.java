package dev.superbill.scheduling.provider;

import dev.superbill.platform.events.EventHandlers;
import dev.superbill.platform.events.Inbox;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Keeps the projection of providers. */
@ApplicationScoped
class ProviderConsumer {

    private final Inbox inbox;
    private final EventHandlers employees;
    private final EventHandlers availabilities;

    ProviderConsumer(Inbox inbox, ProviderTable table) {
        this.inbox = inbox;
        this.employees = EventHandlers.on(
                EmployeeChanged.TYPE, EmployeeChanged.class, (employee, envelope) -> table.store(employee));
        this.availabilities = EventHandlers.on(
                AvailabilityChanged.TYPE,
                AvailabilityChanged.class,
                (availability, envelope) -> table.store(availability));
    }

    @Incoming("employees")
    @Blocking
    void onEmployee(ConsumerRecord<String, byte[]> message) {
        inbox.receive("scheduling.provider", message, employees);
    }

    @Incoming("availability")
    @Blocking
    void onAvailability(ConsumerRecord<String, byte[]> message) {
        inbox.receive("scheduling.availability", message, availabilities);
    }
}
