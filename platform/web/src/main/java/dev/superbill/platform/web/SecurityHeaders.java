package dev.superbill.platform.web;

import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Tells browsers and caches on the way how to treat every answer: not to guess its type, not to show it within another
 * page, to run nothing that it holds, and to keep nothing that may tell of a patient. They are set when the answer's head
 * is written, so that an answer that was passed on has them once.
 */
@ApplicationScoped
class SecurityHeaders {

    private static final int BEFORE_ALL = Integer.MIN_VALUE;
    private static final String API = "/api/";

    void register(@Observes Router router) {
        router.route().order(BEFORE_ALL).handler(SecurityHeaders::promise);
    }

    private static void promise(RoutingContext context) {
        context.addHeadersEndHandler(head -> set(context));
        context.next();
    }

    private static void set(RoutingContext context) {
        MultiMap headers = context.response().headers();
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        if (context.request().path() != null && context.request().path().startsWith(API)) {
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (context.request().isSSL()) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
    }
}
