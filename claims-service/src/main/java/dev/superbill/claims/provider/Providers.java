package dev.superbill.claims.provider;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The face of the feature: providers and their licences as staff told last. */
@ApplicationScoped
public class Providers {

    static final String LICENSE = "LICENSE";

    private final ProviderRepository providers;
    private final CredentialRepository credentials;
    private final Event<ProviderTouched> touches;

    Providers(ProviderRepository providers, CredentialRepository credentials, Event<ProviderTouched> touches) {
        this.providers = providers;
        this.credentials = credentials;
        this.touches = touches;
    }

    /** Providers by their ids; unknown ids are absent. */
    public Map<UUID, Provider> find(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : providers.list("id in ?1", ids).stream()
                        .map(KnownProvider::details)
                        .collect(toMap(Provider::employeeId, provider -> provider));
    }

    /** The licences of providers, past ones too; a provider without one is absent. */
    public Map<UUID, List<License>> licenses(Collection<UUID> ids) {
        return ids.isEmpty()
                ? Map.of()
                : credentials.list("kind = ?1 and employeeId in ?2", LICENSE, ids).stream()
                        .collect(groupingBy(KnownCredential::employeeId, mapping(KnownCredential::license, toList())));
    }

    void keep(long eventVersion, Provider provider) {
        KnownProvider known = providers.findById(provider.employeeId());
        if (known == null) {
            providers.persist(new KnownProvider(eventVersion, provider));
        } else if (!known.change(eventVersion, provider)) {
            return;
        }
        providers.flush();
        touches.fire(new ProviderTouched(provider.employeeId()));
    }

    void keep(
            UUID id,
            long eventVersion,
            UUID employeeId,
            String kind,
            LocalDate validFrom,
            @Nullable LocalDate validTo) {
        KnownCredential known = credentials.findById(id);
        if (known == null) {
            credentials.persist(new KnownCredential(id, eventVersion, employeeId, kind, validFrom, validTo));
        } else if (!known.change(eventVersion, kind, validFrom, validTo)) {
            return;
        }
        credentials.flush();
        touches.fire(new ProviderTouched(employeeId));
    }

    @ApplicationScoped
    static class ProviderRepository implements PanacheRepositoryBase<KnownProvider, UUID> {}

    @ApplicationScoped
    static class CredentialRepository implements PanacheRepositoryBase<KnownCredential, UUID> {}
}
