package dev.superbill.claims;

import dev.superbill.testing.Backed;
import dev.superbill.testing.TokenRules;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "claims")
class TokenTest {

    @Test
    void verifiesTokensItself() {
        TokenRules.check("claims", "/api/v1/claims");
    }
}
