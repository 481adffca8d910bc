package dev.superbill.gateway.routing;

import dev.superbill.platform.web.Problem;
import io.quarkus.tls.TlsConfigurationRegistry;
import io.quarkus.tls.runtime.config.TlsConfigUtils;
import io.smallrye.faulttolerance.api.Guard;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.RequestOptions;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.util.TypeLiteral;
import java.net.URI;
import java.time.temporal.ChronoUnit;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Streams requests to the services and their answers back, body by body in constant memory. A circuit breaker for each
 * service answers at once while the service is away.
 */
@ApplicationScoped
class ServiceProxy {

    private static final Logger LOG = Logger.getLogger(ServiceProxy.class);
    private static final int ORDER = -50;
    private static final int CONNECT_TIMEOUT_MILLIS = 2_000;
    /** A connection on which nothing moves for so long is given up: longer than the longest command. */
    private static final int IDLE_TIMEOUT_SECONDS = 300;

    private static final int RETRY_AFTER_SECONDS = 2;
    /** What callers say of it themselves would find its way into addresses that the service gives out. */
    private static final Pattern FORWARDED = Pattern.compile("(?i)forwarded|x-forwarded-.*");
    /** The client adds the gateway's own span; beside the caller's, the service would take the caller's for its parent. */
    private static final Pattern FORWARDED_OR_TRACED = Pattern.compile(FORWARDED + "|traceparent|tracestate");

    private final HttpClient client;
    private final RouteSettings routes;
    private final ProblemReply problems;
    private final InFlight inFlight;
    private final BodyPace bodyPace;
    private final Pattern notPassedOn;
    private final Map<Destination, HttpProxy> proxies = new EnumMap<>(Destination.class);

    ServiceProxy(
            Vertx vertx,
            RouteSettings routes,
            ProblemReply problems,
            TlsConfigurationRegistry certificates,
            InFlight inFlight,
            BodyPace bodyPace,
            @ConfigProperty(name = "quarkus.otel.sdk.disabled") boolean untraced) {
        this.routes = routes;
        this.problems = problems;
        this.inFlight = inFlight;
        this.bodyPace = bodyPace;
        this.notPassedOn = untraced ? FORWARDED : FORWARDED_OR_TRACED;
        HttpClientOptions options = new HttpClientOptions()
                .setConnectTimeout(CONNECT_TIMEOUT_MILLIS)
                .setIdleTimeout(IDLE_TIMEOUT_SECONDS)
                .setIdleTimeoutUnit(TimeUnit.SECONDS)
                .setMaxPoolSize(inFlight.most())
                .setDecompressionSupported(false);
        routes.tlsConfigurationName()
                .map(name -> certificates
                        .get(name)
                        .orElseThrow(() -> new IllegalStateException("There are no settings quarkus.tls." + name)))
                .ifPresent(trusted -> TlsConfigUtils.configure(options, trusted));
        this.client = vertx.createHttpClient(options);
        for (Destination destination : Destination.values()) {
            proxies.put(destination, proxy(destination));
        }
    }

    void register(@Observes Router router) {
        router.route("/api/*").order(ORDER).handler(this::route);
    }

    private void route(RoutingContext context) {
        Optional<Destination> destination = Destination.of(context.normalizedPath());
        if (destination.isEmpty()) {
            context.next();
            return;
        }
        pass(context, destination.get());
    }

    private void pass(RoutingContext context, Destination destination) {
        HttpProxy proxy = proxies.get(destination);
        if (proxy == null || !inFlight.enter(destination)) {
            context.response().putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
            problems.send(
                    context,
                    503,
                    "OVERLOADED",
                    destination.serviceName() + "-service has more to do than it can: repeat in a moment");
            return;
        }
        context.addEndHandler(end -> inFlight.leave(destination));
        bodyPace.watch(context);
        proxy.handle(context.request());
    }

    private HttpProxy proxy(Destination destination) {
        URI base = routes.of(destination);
        Guard breaker = Guard.create()
                .withDescription(destination.serviceName())
                .withCircuitBreaker()
                .requestVolumeThreshold(8)
                .failureRatio(0.5)
                .delay(RETRY_AFTER_SECONDS, ChronoUnit.SECONDS)
                .done()
                .build();
        return HttpProxy.reverseProxy(client)
                .origin(context -> connect(breaker, base, context.request().getMethod(), context.client()))
                .addInterceptor(new Forwarding(destination));
    }

    private Future<HttpClientRequest> connect(
            Guard breaker, URI base, io.vertx.core.http.HttpMethod method, HttpClient http) {
        RequestOptions options = new RequestOptions()
                .setMethod(method)
                .setHost(base.getHost())
                .setPort(base.getPort() < 0 ? defaultPort(base) : base.getPort())
                .setSsl("https".equals(base.getScheme()));
        CompletionStage<HttpClientRequest> connected =
                breaker.get(() -> http.request(options).toCompletionStage(), new TypeLiteral<>() {});
        return Future.fromCompletionStage(connected);
    }

    private static int defaultPort(URI base) {
        return "https".equals(base.getScheme()) ? 443 : 80;
    }

    /** Says to the service how it was asked, and to the caller when the service did not answer. */
    private final class Forwarding implements ProxyInterceptor {

        private final Destination destination;

        Forwarding(Destination destination) {
            this.destination = destination;
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            var asked = context.request().proxiedRequest();
            context.request().headers().names().stream()
                    .filter(name -> notPassedOn.matcher(name).matches())
                    .toList()
                    .forEach(context.request().headers()::remove);
            if (asked.authority() != null) {
                context.request()
                        .headers()
                        .set("X-Forwarded-Host", asked.authority().toString());
            }
            context.request().headers().set("X-Forwarded-Proto", asked.isSSL() ? "https" : "http");
            return context.sendRequest().recover(fault -> Future.succeededFuture(unavailable(context, fault)));
        }

        /** A service that is ending, or that is sent more than it takes, says no more than its status. */
        @Override
        public Future<Void> handleProxyResponse(ProxyContext context) {
            ProxyResponse response = context.response();
            if (response.headers().get(HttpHeaders.CONTENT_TYPE) == null) {
                switch (response.getStatusCode()) {
                    case 503 -> away(context, response.release());
                    case 413 ->
                        tell(
                                context,
                                response.release(),
                                413,
                                "BODY_TOO_LARGE",
                                "The body is larger than this address takes: send less at a time");
                    default -> {
                        // is told as it came
                    }
                }
            }
            return context.sendResponse();
        }

        private ProxyResponse unavailable(ProxyContext context, Throwable fault) {
            LOG.warnf(
                    "%s did not answer: %s",
                    destination.serviceName(), fault.getClass().getSimpleName());
            return away(context, context.request().release().response());
        }

        private ProxyResponse away(ProxyContext context, ProxyResponse response) {
            response.putHeader(HttpHeaders.RETRY_AFTER, Integer.toString(RETRY_AFTER_SECONDS));
            String detail = destination.serviceName() + "-service does not answer; nothing is lost, repeat in a moment";
            return tell(context, response, 503, "SERVICE_UNAVAILABLE", detail);
        }

        private ProxyResponse tell(
                ProxyContext context, ProxyResponse response, int status, String code, String detail) {
            return response.setStatusCode(status)
                    .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                    .setBody(Body.body(problems.body(
                            status, code, detail, context.request().getURI())));
        }
    }
}
