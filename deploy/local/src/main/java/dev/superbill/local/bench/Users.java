package dev.superbill.local.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.local.SettingsException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Users of practices that exist for a measurement only, in the local Keycloak; like all local users' their password is the name. */
final class Users implements AutoCloseable {

    private static final List<String> ROLES =
            List.of("front-desk", "biller", "billing-manager", "practice-manager", "hr");

    private final URI keycloak;
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> made = new ArrayList<>();

    Users(URI keycloak) {
        this.keycloak = keycloak;
    }

    /** Makes a user who may do all that is measured; practice, name and password are the same word. */
    void make(String name) {
        String users = "/admin/realms/superbill/users";
        send(
                "POST",
                users,
                body(Map.of(
                        "username",
                        name,
                        "enabled",
                        true,
                        "firstName",
                        "Bench",
                        "lastName",
                        name,
                        "attributes",
                        Map.of("practice", List.of(name)),
                        "credentials",
                        List.of(Map.of("type", "password", "value", name, "temporary", false)))));
        String id = send("GET", users + "?exact=true&username=" + name, null)
                .path(0)
                .path("id")
                .asText();
        made.add(id);
        List<JsonNode> roles = new ArrayList<>();
        send("GET", "/admin/realms/superbill/roles", null).forEach(role -> {
            if (ROLES.contains(role.path("name").asText())) {
                roles.add(role);
            }
        });
        send("POST", users + "/" + id + "/role-mappings/realm", body(roles));
    }

    /** Removes them again. */
    @Override
    public void close() {
        made.forEach(id -> send("DELETE", "/admin/realms/superbill/users/" + id, null));
        made.clear();
    }

    /** The administrator of a development machine; the token is short-lived, so each call takes a new one. */
    private String token() {
        HttpRequest request = HttpRequest.newBuilder(keycloak.resolve("/realms/master/protocol/openid-connect/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=password&client_id=admin-cli&username=admin&password=admin"))
                .build();
        return exchange(request).path("access_token").asText();
    }

    private JsonNode send(String method, String path, @Nullable BodyPublisher body) {
        return exchange(HttpRequest.newBuilder(keycloak.resolve(path))
                .header("Authorization", "Bearer " + token())
                .header("Content-Type", "application/json")
                .method(method, body == null ? BodyPublishers.noBody() : body)
                .build());
    }

    private JsonNode exchange(HttpRequest request) {
        try {
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            if (answer.statusCode() >= 400) {
                throw new SettingsException("Keycloak answers " + answer.statusCode() + " to "
                        + request.uri().getPath() + ": bench needs its administrator");
            }
            return answer.body().isBlank() ? json.nullNode() : json.readTree(answer.body());
        } catch (IOException e) {
            throw new SettingsException("Keycloak does not answer", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new SettingsException("Interrupted", e);
        }
    }

    private BodyPublisher body(Object body) {
        try {
            return BodyPublishers.ofByteArray(json.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
