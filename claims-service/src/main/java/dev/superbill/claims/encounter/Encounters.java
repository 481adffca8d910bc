package dev.superbill.claims.encounter;

import dev.superbill.claims.claim.ClaimCoding;
import dev.superbill.claims.claim.Claims;
import dev.superbill.claims.coverage.Coverage;
import dev.superbill.claims.coverage.Coverages;
import dev.superbill.claims.provider.Providers;
import dev.superbill.kernel.UuidV7;
import dev.superbill.platform.arrival.ArrivalWait;
import dev.superbill.platform.events.Outbox;
import dev.superbill.platform.events.OutboxEvent;
import dev.superbill.platform.web.EntityTags;
import dev.superbill.platform.web.Problem.Fault;
import dev.superbill.platform.web.ProblemException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Status;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes encounters in and has them billed. */
@ApplicationScoped
class Encounters {

    private final EncounterRepository repository;
    private final ClaimCoding claims;
    private final Coverages coverages;
    private final Providers providers;
    private final Outbox outbox;

    Encounters(
            EncounterRepository repository,
            ClaimCoding claims,
            Coverages coverages,
            Providers providers,
            Outbox outbox) {
        this.repository = repository;
        this.claims = claims;
        this.coverages = coverages;
        this.providers = providers;
        this.outbox = outbox;
    }

    /** An encounter that was taken in, and whether it was new. */
    record Taken(UUID id, List<UUID> claimIds, boolean made) {}

    /** An encounter as it was coded anew, and its version. */
    record Recoded(EncounterView view, long version) {}

    /**
     * Takes an encounter in, after the patient, the provider and a coverage have arrived or three seconds have passed.
     * Without a coverage the claim is held until one comes.
     *
     * @throws ProblemException 404 when patient or provider are unknown
     */
    Taken take(NewEncounter body) {
        ArrivalWait wait = ArrivalWait.ofRequest();
        wait.until(() -> unknown(List.of(body)).isEmpty());
        if (!body.paidByPatient()) {
            wait.until(() -> areCovered(List.of(body)));
        }
        try {
            return inTransaction(() -> takeOnce(body));
        } catch (PersistenceException e) {
            if (QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION) {
                throw ProblemException.busy("TAKEN_MEANWHILE", "The same encounter is being taken in", 1);
            }
            // somebody was faster with the same external id: this is the same encounter
            return inTransaction(() -> takeOnce(body));
        }
    }

    private Taken takeOnce(NewEncounter body) {
        requireKnown(body);
        String externalId = body.externalId();
        Encounter same = externalId == null
                ? null
                : repository.ofExternalIds(List.of(externalId)).get(externalId);
        if (same == null) {
            Encounter encounter = encounter(body);
            // at once, so that a race for the external id shows here and not when the transaction ends
            repository.persistAndFlush(encounter);
            return new Taken(encounter.id(), bill(List.of(encounter)).getOrDefault(encounter.id(), List.of()), true);
        }
        return same.status() == EncounterStatus.OPEN ? coded(same, body) : taken(same);
    }

    /** Takes many in at once, in the running transaction; patients and providers are known. Answers stand in their order. */
    List<UUID> take(List<NewEncounter> bodies) {
        Set<String> externalIds = bodies.stream()
                .map(NewEncounter::externalId)
                .filter(id -> id != null)
                .collect(Collectors.toSet());
        Map<String, Encounter> known = new HashMap<>(repository.ofExternalIds(externalIds));
        List<Encounter> made = new ArrayList<>();
        List<UUID> answers = new ArrayList<>();
        for (NewEncounter body : bodies) {
            String externalId = body.externalId();
            Encounter encounter = externalId == null ? null : known.get(externalId);
            if (encounter == null) {
                encounter = encounter(body);
                made.add(encounter);
                if (externalId != null) {
                    known.put(externalId, encounter);
                }
            } else if (encounter.status() == EncounterStatus.OPEN) {
                requireSamePatient(encounter, body);
                encounter.code(body.visit(), body.paidByPatient());
                made.add(encounter);
            }
            answers.add(encounter.id());
        }
        repository.persist(made);
        bill(made);
        return answers;
    }

    /** The patients and providers of some encounters that are unknown here. */
    Set<UUID> unknown(Collection<NewEncounter> bodies) {
        return inTransaction(() -> {
            Set<UUID> patients = bodies.stream().map(NewEncounter::patientId).collect(Collectors.toSet());
            Set<UUID> treating =
                    bodies.stream().map(NewEncounter::renderingProviderId).collect(Collectors.toSet());
            Set<UUID> unknown = new HashSet<>(patients);
            unknown.addAll(treating);
            unknown.removeAll(coverages.patients(patients).keySet());
            unknown.removeAll(providers.find(treating).keySet());
            return unknown;
        });
    }

    /**
     * The problem of an encounter whose patient or provider is among the unknown: 404 as for an id in an address, because
     * another practice's id is told alike wherever it stands.
     */
    static ProblemException unknown(NewEncounter body, Set<UUID> unknown) {
        return unknown.contains(body.patientId())
                ? unknown(
                        "PATIENT_UNKNOWN",
                        Fault.ofField(
                                "patientId", "There is no such patient", "Register the patient with POST /patients"))
                : unknown(
                        "PROVIDER_UNKNOWN",
                        Fault.ofField(
                                "renderingProviderId",
                                "There is no such provider",
                                "Register the provider with POST /providers"));
    }

    private static ProblemException unknown(String code, Fault fault) {
        return ProblemException.invalid(404, code, List.of(fault));
    }

    /**
     * Codes an encounter, for the first time or anew.
     *
     * @throws ProblemException 404 when there is none, 412 when it has changed, 409 when a claim of it is with the payer
     */
    Recoded code(UUID id, @Nullable String ifMatch, NewEncounter body) {
        ArrivalWait.ofRequest().until(() -> unknown(List.of(body)).isEmpty());
        return inTransaction(() -> {
            Encounter encounter = get(id);
            EntityTags.check(ifMatch, encounter.version());
            requireKnown(body);
            List<UUID> claimIds = coded(encounter, body).claimIds();
            repository.flush();
            return new Recoded(EncounterView.of(encounter, claimIds), encounter.version());
        });
    }

    /** Opens an encounter for a visit that is over; once for an external id. */
    void open(Encounter encounter) {
        if (repository.ofExternalIds(List.of(encounter.externalId())).isEmpty()) {
            repository.persist(encounter);
        }
    }

    Encounter get(UUID id) {
        return repository.findByIdOptional(id).orElseThrow(() -> ProblemException.notFound("encounter", id));
    }

    List<UUID> claimIds(Encounter encounter) {
        return claims.ofEncounters(List.of(encounter.id())).getOrDefault(encounter.id(), List.of());
    }

    Map<UUID, List<UUID>> claimIds(Collection<Encounter> encounters) {
        return claims.ofEncounters(encounters.stream().map(Encounter::id).toList());
    }

    private Taken coded(Encounter encounter, NewEncounter body) {
        requireSamePatient(encounter, body);
        boolean charged = encounter.selfPay();
        encounter.code(body.visit(), body.paidByPatient());
        if (encounter.selfPay() || charged) {
            tellOfSelfPay(List.of(encounter));
        }
        if (encounter.selfPay()) {
            claims.withdraw(encounter.id());
            return new Taken(encounter.id(), List.of(), false);
        }
        return new Taken(encounter.id(), claims.recode(encounter.toBill()), false);
    }

    private Taken taken(Encounter encounter) {
        return new Taken(encounter.id(), claimIds(encounter), false);
    }

    private Map<UUID, List<UUID>> bill(Collection<Encounter> encounters) {
        tellOfSelfPay(encounters.stream().filter(Encounter::selfPay).toList());
        return claims.bill(encounters.stream()
                .filter(encounter -> !encounter.selfPay())
                .map(Encounter::toBill)
                .toList());
    }

    private void tellOfSelfPay(List<Encounter> encounters) {
        if (encounters.isEmpty()) {
            return;
        }
        // the versions that the events tell are those that the flush makes
        repository.flush();
        outbox.publish(encounters.stream()
                .map(encounter -> new OutboxEvent(
                        Claims.TOPIC,
                        encounter.id().toString(),
                        encounter.id().toString(),
                        SelfPayCharged.TYPE,
                        SelfPayCharged.of(encounter)))
                .toList());
    }

    private static Encounter encounter(NewEncounter body) {
        String externalId = body.externalId() == null ? "encounter:" + UuidV7.next() : body.externalId();
        return new Encounter(externalId, body.patientId(), body.visit(), body.paidByPatient());
    }

    private static void requireSamePatient(Encounter encounter, NewEncounter body) {
        if (!body.patientId().equals(encounter.patientId())) {
            throw ProblemException.unprocessable(
                    "PATIENT_DIFFERS",
                    "patientId",
                    "The encounter is another patient's",
                    "Send the encounter's own patient");
        }
    }

    private void requireKnown(NewEncounter body) {
        Set<UUID> unknown = unknown(List.of(body));
        if (!unknown.isEmpty()) {
            throw unknown(body, unknown);
        }
    }

    /** Whether all that are to be billed have somebody to be billed to. */
    boolean areCovered(Collection<NewEncounter> bodies) {
        List<NewEncounter> billed =
                bodies.stream().filter(body -> !body.paidByPatient()).toList();
        Set<UUID> patients = billed.stream().map(NewEncounter::patientId).collect(Collectors.toSet());
        Map<UUID, List<Coverage>> known = inTransaction(() -> coverages.of(patients));
        return billed.stream()
                .noneMatch(body -> Coverages.active(known.getOrDefault(body.patientId(), List.of()), body.serviceDate())
                        .isEmpty());
    }

    private static <T> T inTransaction(Callable<T> work) {
        return QuarkusTransaction.joiningExisting().call(work);
    }
}
