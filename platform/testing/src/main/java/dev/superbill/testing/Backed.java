package dev.superbill.testing;

import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** A {@code @QuarkusTest} on real parts: a broker and tokens, and for a service a database and the relay. */
@WithTestResource(value = Backing.class, scope = TestResourceScope.MATCHING_RESOURCES)
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface Backed {

    /** The service's name, which is also its database's: {@code claims}; empty for the gateway, which has none. */
    String service() default "";

    /** Whether the database and the broker are others, which speak TLS with certificates of {@link TestAuthority}. */
    boolean encrypted() default false;
}
