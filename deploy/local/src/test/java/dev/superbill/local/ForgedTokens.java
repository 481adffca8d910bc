package dev.superbill.local;

import dev.superbill.local.stack.SignIn;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What somebody makes of a biller's token; and a genuine one that was given for something else. */
final class ForgedTokens {

    private ForgedTokens() {}

    /** By what is wrong with them. */
    static Map<String, String> of(Road road) {
        String genuine = new SignIn(road.stack().issuer()).token("biller");
        String[] parts = genuine.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String raised = base64(claims.replace("\"biller\"", "\"billing-manager\""));
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("no token at all", "nonsense");
        tokens.put("with a role that it was not given", parts[0] + "." + raised + "." + parts[2]);
        tokens.put("its signature cut off", parts[0] + "." + parts[1] + ".");
        tokens.put("unsigned", base64("{\"alg\": \"none\", \"typ\": \"JWT\"}") + "." + parts[1] + ".");
        tokens.put("signed by somebody else", signed(parts[0], raised));
        tokens.put("for another audience", new SignIn(road.stack().issuer(), "admin-cli").token("biller"));
        return tokens;
    }

    private static String signed(String head, String claims) {
        String header =
                new String(Base64.getUrlDecoder().decode(head), StandardCharsets.UTF_8).replace("RS256", "HS256");
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec("superbill".getBytes(StandardCharsets.US_ASCII), "HmacSHA256"));
            String signedPart = base64(header) + "." + claims;
            byte[] signature = mac.doFinal(signedPart.getBytes(StandardCharsets.US_ASCII));
            return signedPart + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
