package dev.superbill.platform.practice;

import dev.superbill.kernel.PracticeId;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import io.quarkus.hibernate.orm.runtime.tenant.TenantResolver;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells Hibernate the practice of the current work; without one the discriminator matches no row. */
@PersistenceUnitExtension
@ApplicationScoped
class PracticeTenantResolver implements TenantResolver {

    private static final String NO_PRACTICE = "";

    private final PracticeContext context;

    PracticeTenantResolver(PracticeContext context) {
        this.context = context;
    }

    @Override
    public String getDefaultTenantId() {
        return NO_PRACTICE;
    }

    @Override
    public String resolveTenantId() {
        return context.current().map(PracticeId::value).orElse(NO_PRACTICE);
    }
}
