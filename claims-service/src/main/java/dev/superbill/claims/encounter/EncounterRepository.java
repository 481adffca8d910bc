package dev.superbill.claims.encounter;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Encounters as kept. */
@ApplicationScoped
class EncounterRepository implements PanacheRepositoryBase<Encounter, UUID> {

    Map<String, Encounter> ofExternalIds(Collection<String> externalIds) {
        return externalIds.isEmpty()
                ? Map.of()
                : list("externalId in ?1", externalIds).stream()
                        .collect(Collectors.toMap(Encounter::externalId, Function.identity()));
    }

    List<Encounter> page(@Nullable EncounterStatus status, UUID after, int limit) {
        return (status == null
                        ? find("id > ?1 order by id", after)
                        : find("status = ?1 and id > ?2 order by id", status, after))
                .page(Page.ofSize(limit))
                .list();
    }
}
