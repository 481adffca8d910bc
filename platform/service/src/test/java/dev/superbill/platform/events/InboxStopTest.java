package dev.superbill.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.testing.Eventually;
import io.agroal.api.AgroalDataSource;
import io.opentelemetry.api.OpenTelemetry;
import io.quarkus.runtime.ShutdownEvent;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class InboxStopTest {

    record Told(String text) {}

    private final Inbox inbox =
            new Inbox((AgroalDataSource) null, null, null, OpenTelemetry.noop().getTracer("test"));
    private final EventHandlers handlers = EventHandlers.on("told", Told.class, (told, envelope) -> {});

    @Test
    void neitherAcknowledgesNorParksAMessageThatComesWhileTheServiceStops() throws InterruptedException {
        AtomicReference<Throwable> end = new AtomicReference<>();
        inbox.stop(new ShutdownEvent());

        Thread consumer = Thread.ofPlatform()
                .daemon()
                .uncaughtExceptionHandler((thread, fault) -> end.set(fault))
                .start(() ->
                        inbox.receive("staff.note", new ConsumerRecord<>("topic", 0, 0, "key", new byte[0]), handlers));

        Eventually.asserted(() -> assertThat(consumer.getState()).isEqualTo(Thread.State.WAITING));
        consumer.interrupt();
        consumer.join();
        assertThat(end.get()).isInstanceOf(IllegalStateException.class).hasMessage("The service has stopped");
    }
}
