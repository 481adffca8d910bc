package dev.superbill.platform.access;

import dev.superbill.kernel.UuidV7;
import dev.superbill.platform.practice.PracticeContext;
import io.agroal.api.AgroalDataSource;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;

/** Does what {@link ReadsPhi} says. */
@ReadsPhi
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 50)
class AccessLogInterceptor {

    private final HttpServerRequest request;
    private final PracticeContext context;
    private final AgroalDataSource dataSource;
    private final Clock clock;

    AccessLogInterceptor(HttpServerRequest request, PracticeContext context, AgroalDataSource dataSource, Clock clock) {
        this.request = request;
        this.context = context;
        this.dataSource = dataSource;
        this.clock = clock;
    }

    @AroundInvoke
    Object log(InvocationContext invocation) throws Exception {
        Object answer = invocation.proceed();
        append(invocation);
        return answer;
    }

    private void append(InvocationContext invocation) throws SQLException {
        ReadsPhi binding = invocation.getMethod().getAnnotation(ReadsPhi.class);
        String what = binding == null || binding.value().isEmpty()
                ? invocation.getMethod().getName()
                : binding.value();
        try (Connection connection = dataSource.getConnection();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into access_log (id, practice_id, at, actor, action, path) values (?, ?, ?, ?, ?, ?)")) {
            insert.setObject(1, UuidV7.next(clock));
            insert.setString(2, context.practice().value());
            insert.setObject(3, OffsetDateTime.now(clock));
            insert.setString(4, context.actor());
            insert.setString(5, "read " + what);
            // without the query, in which a caller may have put a name
            insert.setString(6, request.path());
            insert.executeUpdate();
        }
    }
}
