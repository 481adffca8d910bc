package dev.superbill.staff;

import dev.superbill.testing.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ContractTest {

    @ParameterizedTest
    @ValueSource(strings = {"employee-changed", "credential-changed", "availability-changed"})
    void theExamplesOfOurEventsAgreeWithTheirSchemas(String event) {
        String type = "dev.superbill.staff." + event + ".v1";

        EventContracts.check(type, EventContracts.example(type));
    }
}
