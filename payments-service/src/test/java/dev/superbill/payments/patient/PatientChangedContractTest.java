package dev.superbill.payments.patient;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.platform.events.EventJson;
import dev.superbill.testing.EventContracts;
import org.junit.jupiter.api.Test;

class PatientChangedContractTest {

    @Test
    void readsTheProducersExample() {
        assertThat(EventJson.read(
                        EventContracts.example(PatientChanged.TYPE), PatientChanged.class, EventContracts.cipher()))
                .hasNoNullFieldsOrProperties();
    }
}
