package dev.superbill.scheduling.payer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.platform.events.EventJson;
import dev.superbill.testing.EventContracts;
import org.junit.jupiter.api.Test;

class PayerContractTest {

    @Test
    void readsTheProducersExample() {
        PayerChanged payer = EventJson.read(EventContracts.example(PayerChanged.TYPE), PayerChanged.class);

        assertThat(payer.payerId()).isNotNull();
        assertThat(payer.name()).isNotBlank();
    }
}
