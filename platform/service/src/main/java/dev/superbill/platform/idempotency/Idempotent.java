package dev.superbill.platform.idempotency;

import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method whose command is done once for an {@code Idempotency-Key}: a repeat gets the first answer, the same
 * key with another request is refused with 422. The key is kept in the transaction of the command, so that a crash leaves
 * both or neither. Refused commands (4xx, 5xx) leave no key.
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface Idempotent {}
