package dev.superbill.platform;

import io.smallrye.common.annotation.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.CountDownLatch;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.reactive.messaging.Incoming;

/** Never finishes its message until it is told to. */
@ApplicationScoped
class StuckConsumer {

    private final CountDownLatch entered = new CountDownLatch(1);
    private final CountDownLatch released = new CountDownLatch(1);

    boolean isEntered() {
        return entered.getCount() == 0;
    }

    void release() {
        released.countDown();
    }

    @Incoming("stuck")
    @Blocking
    void on(ConsumerRecord<String, byte[]> message) throws InterruptedException {
        entered.countDown();
        released.await();
    }
}
