package dev.superbill.scheduling.practice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.platform.events.EventJson;
import dev.superbill.testing.EventContracts;
import org.junit.jupiter.api.Test;

class PracticeContractTest {

    @Test
    void readsTheProducersExample() {
        PracticeChanged practice = EventJson.read(EventContracts.example(PracticeChanged.TYPE), PracticeChanged.class);

        assertThat(practice.timeZone()).isNotNull();
    }
}
