package dev.superbill.claims.practice;

import dev.superbill.platform.events.Outbox;
import dev.superbill.platform.events.OutboxEvent;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.time.DefaultTimeZone;
import dev.superbill.platform.web.EntityTags;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The face of the feature: who bills. */
@ApplicationScoped
public class BillingIdentities {

    private static final String TOPIC = "claims.practice";
    private static final String CHANGED = "dev.superbill.claims.practice-changed.v1";

    private final BillingIdentityRepository repository;
    private final Outbox outbox;
    private final PracticeContext context;
    private final Event<BillingProviderChanged> changes;
    private final DefaultTimeZone fallback;

    BillingIdentities(
            BillingIdentityRepository repository,
            Outbox outbox,
            PracticeContext context,
            Event<BillingProviderChanged> changes,
            DefaultTimeZone fallback) {
        this.repository = repository;
        this.outbox = outbox;
        this.context = context;
        this.changes = changes;
        this.fallback = fallback;
    }

    /** The billing provider of the current practice, when it has registered one. */
    public Optional<BillingProvider> current() {
        return find().map(BillingIdentity::provider);
    }

    /** The time zone in which the practice's days begin; the default until it has told its own. */
    public ZoneId zone() {
        return find().map(identity -> ZoneId.of(identity.timeZone())).orElseGet(fallback::zone);
    }

    Optional<BillingIdentity> find() {
        return repository.findAll().firstResultOptional();
    }

    BillingIdentity change(BillingProvider provider, @Nullable String timeZone, @Nullable String ifMatch) {
        BillingIdentity identity = find().orElse(null);
        if (identity == null) {
            identity = new BillingIdentity(
                    provider, timeZone == null ? fallback.zone().getId() : timeZone);
            repository.persist(identity);
        } else {
            EntityTags.check(ifMatch, identity.version());
            identity.change(provider, timeZone == null ? identity.timeZone() : timeZone);
        }
        repository.flush();
        String practice = context.practice().value();
        outbox.publish(new OutboxEvent(TOPIC, practice, practice, CHANGED, PracticeChanged.of(identity)));
        changes.fire(new BillingProviderChanged());
        return identity;
    }

    @ApplicationScoped
    static class BillingIdentityRepository implements PanacheRepositoryBase<BillingIdentity, UUID> {}
}
