package dev.superbill.claims.encounter;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.claims.encounter.AppointmentConsumer.AppointmentChanged;
import dev.superbill.platform.events.EventJson;
import dev.superbill.testing.EventContracts;
import org.junit.jupiter.api.Test;

class AppointmentContractTest {

    @Test
    void readsTheAppointmentThatSchedulingTells() {
        assertThat(EventJson.read(
                        EventContracts.example(AppointmentConsumer.APPOINTMENT_CHANGED),
                        AppointmentChanged.class,
                        EventContracts.cipher()))
                .hasNoNullFieldsOrProperties();
    }
}
