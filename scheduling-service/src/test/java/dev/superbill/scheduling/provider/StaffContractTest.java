package dev.superbill.scheduling.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.platform.events.EventJson;
import dev.superbill.testing.EventContracts;
import org.junit.jupiter.api.Test;

class StaffContractTest {

    @Test
    void readsTheProducersExampleOfAnEmployee() {
        EmployeeChanged employee = EventJson.read(EventContracts.example(EmployeeChanged.TYPE), EmployeeChanged.class);

        assertThat(employee.lastName()).isEqualTo("Okafor");
        assertThat(employee.treatsPatients()).isTrue();
        assertThat(employee.active()).isTrue();
    }

    @Test
    void readsTheProducersExampleOfAnAvailability() {
        AvailabilityChanged availability =
                EventJson.read(EventContracts.example(AvailabilityChanged.TYPE), AvailabilityChanged.class);

        assertThat(availability.version()).isEqualTo(4);
        assertThat(availability.unavailable())
                .singleElement()
                .satisfies(absence -> assertThat(absence.kind()).isEqualTo("VACATION"));
    }
}
