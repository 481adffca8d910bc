package dev.superbill.staff;

import dev.superbill.testing.Backed;
import dev.superbill.testing.TokenRules;
import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@Backed(service = "staff")
class TokenTest {

    @Test
    void verifiesTokensItself() {
        TokenRules.check("staff", "/api/v1/employees");
    }
}
