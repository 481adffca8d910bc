package dev.superbill.platform.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Locale;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** Refuses requests that no operation takes, whatever it is, before their bodies are read. */
@Provider
class RequestGuard implements ReaderInterceptor {

    private final long largestJson;

    RequestGuard(
            @ConfigProperty(name = "superbill.web.largest-json-bytes", defaultValue = "1048576") long largestJson) {
        this.largestJson = largestJson;
    }

    /**
     * A compressed body could grow to any size; a NUL in an address can be nothing that we know; and an Accept that cannot be
     * read would only be found out when the answer is written, after everything is done.
     */
    @ServerRequestFilter
    void check(ContainerRequestContext request) {
        String encoding = request.getHeaderString(HttpHeaders.CONTENT_ENCODING);
        if (encoding != null && !encoding.isBlank() && !encoding.strip().equalsIgnoreCase("identity")) {
            throw ProblemException.of(
                    415,
                    "CONTENT_ENCODING_UNSUPPORTED",
                    "Compressed bodies are not taken: send it without Content-Encoding");
        }
        try {
            request.getAcceptableMediaTypes();
        } catch (IllegalArgumentException e) {
            throw ProblemException.of(
                    400,
                    "MALFORMED_HEADER",
                    "Accept names no media type: write it like application/json, or leave it out");
        }
        String address = request.getUriInfo().getRequestUri().toString();
        if (address.contains("%00")) {
            throw ProblemException.of(400, "MALFORMED_ADDRESS", "The address holds a NUL (%00): leave it out");
        }
    }

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext body) throws IOException {
        if (isJson(body.getMediaType()) || body.getType() == String.class) {
            body.setInputStream(new Bounded(body.getInputStream(), largestJson));
        }
        return body.proceed();
    }

    private static boolean isJson(MediaType type) {
        return type != null
                && (type.isCompatible(MediaType.APPLICATION_JSON_TYPE)
                        || type.getSubtype().toLowerCase(Locale.ROOT).endsWith("+json"));
    }

    /** Reads no more than is allowed. What is read as a stream (X12, NDJSON) has bounds of its own. */
    private static final class Bounded extends FilterInputStream {

        private final long most;
        private long left;

        Bounded(InputStream body, long most) {
            super(body);
            this.most = most;
            this.left = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            count(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int read = super.read(buffer, offset, length);
            count(Math.max(0, read));
            return read;
        }

        private void count(int read) {
            left -= read;
            if (left < 0) {
                throw ProblemException.of(
                        413, "BODY_TOO_LARGE", "A body has at most " + most + " bytes: send less at a time");
            }
        }
    }
}
