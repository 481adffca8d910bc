package dev.superbill.claims.payer;

import dev.superbill.platform.database.Constraints;
import dev.superbill.platform.events.Outbox;
import dev.superbill.platform.events.OutboxEvent;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.ProblemException;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hibernate.exception.ConstraintViolationException;
import org.jspecify.annotations.Nullable;

/** The face of the feature: who is billed. */
@ApplicationScoped
public class Payers {

    private static final String TOPIC = "claims.payer";
    private static final String CHANGED = "dev.superbill.claims.payer-changed.v1";

    /** The database, not a look beforehand, decides between two who register the same payer at the same time. */
    private static final String ONCE = "payer_practice_id_payer_identifier_key";

    private final PayerRepository repository;
    private final Outbox outbox;
    private final Event<PayerTouched> touches;

    Payers(PayerRepository repository, Outbox outbox, Event<PayerTouched> touches) {
        this.repository = repository;
        this.outbox = outbox;
        this.touches = touches;
    }

    /** A payer of the current practice. */
    public Optional<Payer> find(UUID id) {
        return repository.findByIdOptional(id).map(PayerRow::toPayer);
    }

    /** Payers by their ids; unknown ids are absent. */
    public Map<UUID, Payer> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : repository.list("id in ?1", ids).stream()
                        .map(PayerRow::toPayer)
                        .collect(Collectors.toMap(Payer::id, payer -> payer));
    }

    PayerRow get(UUID id) {
        return repository.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("payer", id));
    }

    List<PayerRow> after(UUID after, int limit) {
        return repository.find("id > ?1 order by id", after).page(0, limit).list();
    }

    PayerRow create(String payerIdentifier, String name, String claimFilingIndicator, int timelyFilingDays) {
        PayerRow row = new PayerRow(payerIdentifier, name, claimFilingIndicator, timelyFilingDays);
        repository.persist(row);
        try {
            repository.flush();
        } catch (ConstraintViolationException e) {
            if (!ONCE.equals(Constraints.violated(e))) {
                throw e;
            }
            throw ProblemException.conflict("PAYER_EXISTS", "A payer with this payerIdentifier exists already");
        }
        return told(row);
    }

    PayerRow change(UUID id, String name, String claimFilingIndicator, int timelyFilingDays, @Nullable String ifMatch) {
        PayerRow row = get(id);
        EntityTags.check(ifMatch, row.version());
        row.change(name, claimFilingIndicator, timelyFilingDays);
        return told(row);
    }

    private PayerRow told(PayerRow row) {
        repository.flush();
        String id = row.id().toString();
        outbox.publish(new OutboxEvent(TOPIC, id, id, CHANGED, PayerChanged.of(row)));
        touches.fire(new PayerTouched(row.id()));
        return row;
    }

    @ApplicationScoped
    static class PayerRepository implements PanacheRepositoryBase<PayerRow, UUID> {}
}
