package dev.superbill.scheduling;

import dev.superbill.testing.Backed;
import dev.superbill.testing.TokenRules;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "scheduling")
class TokenTest {

    @Test
    void verifiesTokensItself() {
        TokenRules.check("scheduling", "/api/v1/patients");
    }
}
