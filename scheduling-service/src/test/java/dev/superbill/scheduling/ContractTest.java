package dev.superbill.scheduling;

import dev.superbill.testing.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {

    @ParameterizedTest
    @ValueSource(strings = {"patient-changed", "coverage-changed", "appointment-changed"})
    void theExamplesOfOurEventsAgreeWithTheirSchemas(String event) {
        String type = "dev.superbill.scheduling." + event + ".v1";

        EventContracts.check(type, EventContracts.example(type));
    }
}
