package dev.superbill.platform.access;

import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.util.Objects;

/** Does what {@link ReadsPhi} says. */
@ReadsPhi
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
class AccessLogInterceptor {

    private final HttpServerRequest request;
    private final AccessLog accessLog;

    AccessLogInterceptor(HttpServerRequest request, AccessLog accessLog) {
        this.request = request;
        this.accessLog = accessLog;
    }

    @AroundInvoke
    Object log(InvocationContext invocation) throws Exception {
        Object answer = invocation.proceed();
        ReadsPhi binding = invocation.getMethod().getAnnotation(ReadsPhi.class);
        String what = binding == null || binding.value().isEmpty()
                ? invocation.getMethod().getName()
                : binding.value();
        accessLog.append("read " + what, Objects.requireNonNullElse(request.path(), ""));
        return answer;
    }
}
