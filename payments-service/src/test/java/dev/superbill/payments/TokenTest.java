package dev.superbill.payments;

import dev.superbill.testing.Backed;
import dev.superbill.testing.TokenRules;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "payments")
class TokenTest {

    @Test
    void verifiesTokensItself() {
        TokenRules.check("payments", "/api/v1/remittances");
    }
}
