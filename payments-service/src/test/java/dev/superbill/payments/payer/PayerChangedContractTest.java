package dev.superbill.payments.payer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.platform.events.EventJson;
import dev.superbill.testing.EventContracts;
import org.junit.jupiter.api.Test;

class PayerChangedContractTest {

    @Test
    void readsTheProducersExample() {
        assertThat(EventJson.read(EventContracts.example(PayerChanged.TYPE), PayerChanged.class))
                .hasNoNullFieldsOrProperties();
    }
}
