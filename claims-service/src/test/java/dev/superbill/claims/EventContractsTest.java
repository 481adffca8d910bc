package dev.superbill.claims;

import dev.superbill.testing.EventContracts;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventContractsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "dev.superbill.claims.claim-changed.v1",
                "dev.superbill.claims.payer-changed.v1",
                "dev.superbill.claims.practice-changed.v1",
                "dev.superbill.claims.self-pay-charged.v1"
            })
    void showsExamplesThatAgreeWithTheirSchemas(String type) {
        EventContracts.check(type, EventContracts.example(type));
    }
}
