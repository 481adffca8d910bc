package dev.superbill.payments.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.platform.events.EventJson;
import dev.superbill.testing.EventContracts;
import org.junit.jupiter.api.Test;

class PracticeChangedContractTest {

    @Test
    void readsTheProducersExample() {
        assertThat(EventJson.read(EventContracts.example(PracticeChanged.TYPE), PracticeChanged.class))
                .hasNoNullFieldsOrProperties();
    }
}
