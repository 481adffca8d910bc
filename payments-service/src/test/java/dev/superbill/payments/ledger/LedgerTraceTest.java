package dev.superbill.payments.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.kernel.Money;
import dev.superbill.kernel.PracticeId;
import dev.superbill.kernel.UuidV7;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.testing.Backed;
import io.opentelemetry.api.common.AttributeKey;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import io.opentelemetry.sdk.trace.ReadableSpan;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The end of a trace that comes over a request, the outbox, the relay and Kafka: what it has put on the books. */
@QuarkusTest
@Backed(service = "payments")
class LedgerTraceTest {

    @Inject
    Ledger ledger;

    @Inject
    PracticeContext context;

    @Test
    @SuppressWarnings("try") // the scope does its work by being open
    void namesTheEntriesThatATraceHasPutOnTheBooks() {
        JournalEntry entry = new Document(UuidV7.next(), "test:" + UUID.randomUUID(), LocalDate.EPOCH, "trace")
                .move("1", "test", AccountCode.CLEARING, AccountCode.UNAPPLIED, Money.ofCents(700), Concern.NONE, null)
                .orElseThrow();
        try (SdkTracerProvider tracers = SdkTracerProvider.builder().build()) {
            Span span = tracers.get("test").spanBuilder("apply").startSpan();
            try (Scope scope = span.makeCurrent()) {
                post(entry);
                // on the books already: nothing comes of it
                post(entry);
            }

            assertThat(((ReadableSpan) span).toSpanData().getEvents())
                    .singleElement()
                    .satisfies(event -> assertThat(
                                    event.getAttributes().get(AttributeKey.stringArrayKey("superbill.journal.entries")))
                            .isEqualTo(List.of(entry.id().toString())));
        }
    }

    private void post(JournalEntry entry) {
        context.run(
                new PracticeId("maple"),
                "test",
                () -> QuarkusTransaction.requiringNew().run(() -> ledger.post(List.of(entry))));
    }
}
