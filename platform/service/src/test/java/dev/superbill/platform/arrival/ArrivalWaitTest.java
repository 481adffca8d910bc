package dev.superbill.platform.arrival;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.superbill.testing.Backed;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "staff")
class ArrivalWaitTest {

    @Inject
    TransactionSynchronizationRegistry transactions;

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksOnceForWhatHasArrived() {
        assertThat(ArrivalWait.ofRequest().until(() -> asked.incrementAndGet() == 1))
                .isTrue();
        assertThat(asked).hasValue(1);
    }

    @Test
    void seesInANewTransactionWhatHasArrivedMeanwhile() {
        Set<Object> keys = new HashSet<>();

        assertThat(ArrivalWait.ofRequest().until(() -> {
                    keys.add(transactions.getTransactionKey());
                    return asked.incrementAndGet() == 3;
                }))
                .isTrue();
        assertThat(keys).hasSize(3).doesNotContainNull();
        assertThat(QuarkusTransaction.getStatus()).isEqualTo(Status.STATUS_NO_TRANSACTION);
    }

    @Test
    void joinsTheTransactionOfTheCaller() {
        QuarkusTransaction.requiringNew().run(() -> {
            Object own = transactions.getTransactionKey();
            assertThat(ArrivalWait.ofRequest()
                            .until(() -> transactions.getTransactionKey().equals(own)))
                    .isTrue();
        });
    }

    @Test
    void sharesOnePatienceAmongAllThatARequestNames() {
        ArrivalWait wait = new ArrivalWait(Duration.ofMillis(150));

        assertThat(wait.until(() -> asked.incrementAndGet() == 3)).isTrue();
        asked.set(0);
        assertThat(wait.until(() -> asked.incrementAndGet() < 0)).isFalse();
        assertThat(asked).as("one pause was left").hasValue(2);
        assertThat(wait.until(() -> asked.incrementAndGet() < 0)).isFalse();
        assertThat(asked).as("asked once, without a pause").hasValue(3);
        assertThat(wait.until(() -> true)).isTrue();
    }

    @Test
    void beginsWorkAnewSoThatNoTransactionIsOpenWhileItWaits() throws Exception {
        Set<Object> keys = new HashSet<>();

        boolean came =
                ArrivalWait.repeating(() -> QuarkusTransaction.requiringNew().call(() -> {
                    keys.add(transactions.getTransactionKey());
                    return ArrivalWait.ofRequest().until(() -> asked.incrementAndGet() == 3);
                }));

        assertThat(came).isTrue();
        assertThat(keys).as("each attempt has a transaction of its own").hasSize(3);
    }

    @Test
    void goesOnInTheLastAttemptWithoutWhatHasNotCome() throws Exception {
        boolean came = ArrivalWait.repeating(() -> QuarkusTransaction.requiringNew()
                .call(() -> ArrivalWait.ofRequest().until(() -> asked.incrementAndGet() < 0)));

        assertThat(came).isFalse();
        assertThat(asked.get()).isGreaterThan(2);
    }

    @Test
    void stopsWhenItIsInterrupted() {
        try {
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> ArrivalWait.ofRequest().until(() -> false))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
        } finally {
            Thread.interrupted();
        }
    }
}
