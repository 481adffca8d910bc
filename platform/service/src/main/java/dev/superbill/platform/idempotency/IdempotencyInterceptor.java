package dev.superbill.platform.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.superbill.phi.Place;
import dev.superbill.platform.arrival.ArrivalWait;
import dev.superbill.platform.phi.Phi;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.web.ProblemException;
import io.agroal.api.AgroalDataSource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Does what {@link Idempotent} says. */
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE)
class IdempotencyInterceptor {

    private static final int LONGEST_KEY = 255;
    /** Requests are kept as blind indexes: from the plain hash of a short one its contents could be guessed. */
    private static final String REQUEST = "request";

    private final HttpServerRequest request;
    private final PracticeContext context;
    private final AgroalDataSource dataSource;
    private final ObjectMapper json;
    private final Phi phi;

    IdempotencyInterceptor(
            HttpServerRequest request,
            PracticeContext context,
            AgroalDataSource dataSource,
            ObjectMapper json,
            Phi phi) {
        this.request = request;
        this.context = context;
        this.dataSource = dataSource;
        this.json = json;
        this.phi = phi;
    }

    @AroundInvoke
    Object once(InvocationContext invocation) throws Exception {
        String key = request.getHeader("Idempotency-Key");
        if (key == null || QuarkusTransaction.getStatus() == Status.STATUS_ACTIVE) {
            return invocation.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST_KEY) {
            throw ProblemException.badRequest(
                    "Idempotency-Key", "The key has 1 to " + LONGEST_KEY + " characters", "Send a UUID");
        }
        String hash = hash(invocation);
        Callable<Object> attempt = () -> attempt(invocation, key, hash);
        // what the request names may be on its way: no transaction is open while it waits
        return ArrivalWait.repeating(() -> QuarkusTransaction.requiringNew().call(attempt));
    }

    private Object attempt(InvocationContext invocation, String key, String hash) throws Exception {
        // a concurrent request with the same key waits here for the first one's transaction
        if (!claim(key, hash)) {
            return firstAnswer(key, hash);
        }
        Object answer = invocation.proceed();
        remember(key, answer);
        return answer;
    }

    private boolean claim(String key, String hash) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into idempotency_key (practice_id, key, request_hash) values (?, ?, ?) on conflict do nothing")) {
            insert.setString(1, context.practice().value());
            insert.setString(2, key);
            insert.setBytes(3, phi.cipher().index(REQUEST, hash));
            return insert.executeUpdate() == 1;
        }
    }

    private Response firstAnswer(String key, String hash) throws SQLException {
        try (Connection connection = dataSource.getConnection();
                PreparedStatement select = connection.prepareStatement(
                        "select request_hash, status, location, etag, body from idempotency_key where key = ?")) {
            select.setString(1, key);
            try (ResultSet row = select.executeQuery()) {
                if (!row.next()) {
                    throw ProblemException.busy("KEY_IN_USE", "The first request with this key is under way", 1);
                }
                if (phi.cipher().indexes(REQUEST, hash).stream().noneMatch(equalTo(row.getBytes(1)))) {
                    throw ProblemException.unprocessable(
                            "KEY_REUSED",
                            "Idempotency-Key",
                            "The key was used for another request",
                            "Use a new key for a new request");
                }
                Response.ResponseBuilder response = Response.status(row.getInt(2));
                if (row.getString(3) != null) {
                    response.location(URI.create(row.getString(3)));
                }
                if (row.getString(4) != null) {
                    response.header("ETag", row.getString(4));
                }
                if (row.getBytes(5) != null) {
                    byte[] body = phi.cipher().open(place(key), row.getBytes(5));
                    response.type(MediaType.APPLICATION_JSON_TYPE).entity(new String(body, StandardCharsets.UTF_8));
                }
                return response.build();
            }
        }
    }

    private void remember(String key, @Nullable Object answer) throws SQLException, JsonProcessingException {
        Response response = answer instanceof Response r
                ? r
                : answer == null
                        ? Response.noContent().build()
                        : Response.ok(answer).build();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement update = connection.prepareStatement(
                        "update idempotency_key set status = ?, location = ?, etag = ?, body = ? where key = ?")) {
            update.setInt(1, response.getStatus());
            update.setString(
                    2,
                    response.getLocation() == null
                            ? null
                            : response.getLocation().toString());
            update.setString(
                    3,
                    response.getEntityTag() == null
                            ? null
                            : "\"" + response.getEntityTag().getValue() + "\"");
            update.setBytes(
                    4,
                    response.getEntity() == null
                            ? null
                            : phi.cipher().seal(place(key), json.writeValueAsBytes(response.getEntity())));
            update.setString(5, key);
            update.executeUpdate();
        }
    }

    private static Place place(String key) {
        return Place.of("idempotency_key", "body", key);
    }

    private static Predicate<byte[]> equalTo(byte[] kept) {
        return index -> Arrays.equals(index, kept);
    }

    /** The hash of method, path and arguments; arguments that are no data (injected contexts) are not counted. */
    private String hash(InvocationContext invocation) throws NoSuchAlgorithmException, JsonProcessingException {
        MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
        sha256.update((request.method() + " " + request.uri() + "\n").getBytes(StandardCharsets.UTF_8));
        for (Object argument : invocation.getParameters()) {
            if (argument instanceof Record || argument instanceof String || argument instanceof Number) {
                sha256.update(json.writeValueAsBytes(argument));
            }
        }
        return HexFormat.of().formatHex(sha256.digest());
    }
}
