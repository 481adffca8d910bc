package dev.superbill.testing;

import io.smallrye.jwt.build.Jwt;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Bearer tokens of the local users, as their identity provider would make them. */
public final class Tokens {

    private static final Map<String, String> ROLES = Map.of(
            "frontdesk", "front-desk",
            "biller", "biller",
            "billing-manager", "billing-manager",
            "provider", "provider",
            "manager", "practice-manager",
            "hr", "hr",
            "auditor", "auditor",
            "ops", "ops");

    private Tokens() {}

    /**
     * The Authorization header of a local user: {@code biller} of practice maple, {@code biller@cedar} of cedar.
     */
    public static String bearer(String user) {
        int at = user.indexOf('@');
        String name = at < 0 ? user : user.substring(0, at);
        String practice = at < 0 ? "maple" : user.substring(at + 1);
        String role = ROLES.get(name);
        if (role == null) {
            throw new IllegalArgumentException("There is no local user " + user);
        }
        return "Bearer " + of(user, practice, List.of(role));
    }

    /** A token with the given user, practice and roles, valid for an hour. */
    public static String of(String user, String practice, List<String> roles) {
        return Jwt.issuer(TestIssuer.url())
                .audience("superbill")
                .subject(user)
                .claim("preferred_username", user)
                .claim("practice", practice)
                .claim("realm_access", Map.of("roles", roles))
                .expiresAt(Instant.now().plus(Duration.ofHours(1)))
                .jws()
                .keyId(TestIssuer.KEY_ID)
                .sign(TestIssuer.signingKey());
    }
}
