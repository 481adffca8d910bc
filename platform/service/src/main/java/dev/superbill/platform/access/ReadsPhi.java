package dev.superbill.platform.access;

import jakarta.enterprise.util.Nonbinding;
import jakarta.interceptor.InterceptorBinding;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A resource method that shows a patient's health information: each call is written to the access log with who, when and
 * which address, before the answer leaves (45 CFR 164.312(b)).
 */
@InterceptorBinding
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.METHOD, ElementType.TYPE})
public @interface ReadsPhi {

    /** What is read, such as {@code claim}. */
    @Nonbinding
    String value() default "";
}
