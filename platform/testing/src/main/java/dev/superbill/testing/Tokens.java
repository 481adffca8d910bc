package dev.superbill.testing;

import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

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

    /** The programs that verify tokens. */
    static final Set<String> PROGRAMS = Set.of("gateway", "scheduling", "claims", "payments", "staff");

    private static final Set<String> AUDIENCES =
            PROGRAMS.stream().map(Tokens::audience).collect(Collectors.toUnmodifiableSet());

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
        return signed(claims(TestIssuer.url(), AUDIENCES, user, roles).claim("practice", practice));
    }

    /** A genuine token of a biller that opens one program only. */
    static String onlyFor(String program) {
        return signed(claims(TestIssuer.url(), Set.of(audience(program)), "biller", List.of("biller"))
                .claim("practice", "maple"));
    }

    /** A genuine token that names no practice. */
    public static String withoutPractice(String role) {
        return signed(claims(TestIssuer.url(), AUDIENCES, "nobody", List.of(role)));
    }

    /** Tokens of a biller that nobody may accept, by what is wrong with them. */
    public static Map<String, String> unacceptable() {
        Instant now = Instant.now();
        List<String> roles = List.of("biller");
        JwtClaimsBuilder good =
                claims(TestIssuer.url(), AUDIENCES, "biller", roles).claim("practice", "maple");
        String genuine = signed(good);
        String payload = genuine.split("\\.")[1];
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("no token at all", "nonsense");
        tokens.put(
                "signed with another key", good.jws().keyId(TestIssuer.KEY_ID).sign(TestIssuer.strangersKey()));
        tokens.put(
                "signed with a key that the issuer does not name",
                good.jws().keyId("x").sign(TestIssuer.strangersKey()));
        tokens.put("its signature cut off", genuine.substring(0, genuine.lastIndexOf('.') + 1));
        tokens.put("unsigned", base64("{\"alg\": \"none\", \"typ\": \"JWT\"}") + "." + payload + ".");
        tokens.put("signed with the public key as if it were a secret", symmetric(payload));
        tokens.put(
                "expired",
                signed(claims(TestIssuer.url(), AUDIENCES, "biller", roles)
                        .claim("practice", "maple")
                        .issuedAt(now.minus(Duration.ofHours(2)))
                        .expiresAt(now.minus(Duration.ofHours(1)))));
        tokens.put(
                "for another audience",
                signed(claims(TestIssuer.url(), Set.of("another"), "biller", roles)
                        .claim("practice", "maple")));
        tokens.put(
                "of another issuer",
                signed(claims("http://localhost/realms/another", AUDIENCES, "biller", roles)
                        .claim("practice", "maple")));
        return tokens;
    }

    private static String audience(String program) {
        return "superbill-" + program;
    }

    private static JwtClaimsBuilder claims(String issuer, Set<String> audience, String user, List<String> roles) {
        return Jwt.issuer(issuer)
                .audience(audience)
                .subject(user)
                .claim("preferred_username", user)
                .claim("realm_access", Map.of("roles", roles))
                .expiresAt(Instant.now().plus(Duration.ofHours(1)));
    }

    private static String signed(JwtClaimsBuilder claims) {
        return claims.jws().keyId(TestIssuer.KEY_ID).sign(TestIssuer.signingKey());
    }

    private static String symmetric(String payload) {
        try {
            String head = base64("{\"alg\": \"HS256\", \"typ\": \"JWT\", \"kid\": \"" + TestIssuer.KEY_ID + "\"}");
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(TestIssuer.publicKey().getEncoded(), "HmacSHA256"));
            byte[] signature = mac.doFinal((head + "." + payload).getBytes(StandardCharsets.US_ASCII));
            return head + "." + payload + "."
                    + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
