package dev.superbill.local.stack;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.local.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Signs local users in, whose passwords are their names.
 *
 * @param issuer the realm's address
 * @param client for whom the token is given
 */
public record SignIn(String issuer, String client) {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /** For the command line, whose tokens open Superbill. */
    public SignIn(String issuer) {
        this(issuer, "superbill-cli");
    }

    /**
     * A bearer token that is valid for an hour.
     *
     * @throws SettingsException when the identity provider does not know the user, or does not answer
     */
    public String token(String user) {
        String form = "grant_type=password&client_id=%s&username=%s&password=%2$s"
                .formatted(client, URLEncoder.encode(user, StandardCharsets.UTF_8));
        HttpRequest request = HttpRequest.newBuilder(URI.create(issuer + "/protocol/openid-connect/token"))
                .timeout(PATIENCE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form))
                .build();
        try (HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(PATIENCE)
                .build()) {
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() == 401) {
                throw new SettingsException("There is no local user " + user);
            }
            if (answer.statusCode() != 200) {
                throw new SettingsException(issuer + " answers " + answer.statusCode() + ": " + answer.body());
            }
            return new ObjectMapper()
                    .readTree(answer.body())
                    .path("access_token")
                    .asText();
        } catch (IOException e) {
            throw new SettingsException(issuer + " does not answer; see superbill status", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("Interrupted", e);
        }
    }
}
