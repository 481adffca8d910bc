package dev.superbill.claims.claim;

import dev.superbill.claims.claim.ClaimHistoryEntry.Cause;
import dev.superbill.claims.claim.ClaimSurroundings.Around;
import dev.superbill.claims.coverage.Coverage;
import dev.superbill.claims.ncci.Ncci;
import dev.superbill.claims.ncci.NcciEdits;
import dev.superbill.claims.practice.BillingIdentities;
import dev.superbill.claims.scrub.ScrubInput;
import dev.superbill.claims.scrub.Scrubber;
import dev.superbill.claims.visit.ClaimLine;
import dev.superbill.platform.practice.PracticeContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Finds who is to pay for claims, has them scrubbed, and moves them to SCRUBBED or HELD. */
@ApplicationScoped
class ClaimScrubbing {

    private final ClaimRepository repository;
    private final ClaimSurroundings surroundings;
    private final OlderServices olderServices;
    private final ClaimTelling telling;
    private final Ncci ncci;
    private final BillingIdentities billing;
    private final PracticeContext context;
    private final Clock clock;

    ClaimScrubbing(
            ClaimRepository repository,
            ClaimSurroundings surroundings,
            OlderServices olderServices,
            ClaimTelling telling,
            Ncci ncci,
            BillingIdentities billing,
            PracticeContext context,
            Clock clock) {
        this.repository = repository;
        this.surroundings = surroundings;
        this.olderServices = olderServices;
        this.telling = telling;
        this.ncci = ncci;
        this.billing = billing;
        this.context = context;
        this.clock = clock;
    }

    /** Keeps new claims, scrubbed at once, and tells of them. */
    void begin(Collection<Claim> claims) {
        if (claims.isEmpty()) {
            return;
        }
        Around around = surroundings.of(claims);
        scrub(claims, around, null);
        // written once and not changed again in the same transaction: thousands come at a time
        repository.persist(claims);
        telling.changed(claims, around);
    }

    /** Scrubs claims that are coded anew, and tells of all. */
    void scrub(Collection<Claim> claims, @Nullable String reason) {
        if (claims.isEmpty()) {
            return;
        }
        Around around = surroundings.of(claims);
        scrub(claims, around, reason);
        telling.changed(claims, around);
    }

    /** Scrubs claims again because something around them has changed, and tells of those that moved. */
    void reconsider(Collection<UUID> ids, String reason) {
        List<Claim> claims = repository.lock(ids).stream()
                .filter(claim -> claim.status().isMendable() && claim.status() != ClaimStatus.REJECTED)
                .toList();
        if (claims.isEmpty()) {
            return;
        }
        Map<UUID, State> before = claims.stream().collect(Collectors.toMap(Claim::id, State::of));
        Around around = surroundings.of(claims);
        scrub(claims, around, reason);
        List<Claim> changed = claims.stream()
                .filter(claim -> !State.of(claim).equals(before.get(claim.id())))
                .toList();
        if (!changed.isEmpty()) {
            // a claim that has found its payer bills other coverages than those read before
            telling.changed(changed, surroundings.of(changed));
        }
    }

    private record State(
            ClaimStatus status,
            @Nullable UUID coverageId,
            @Nullable UUID payerId) {

        static State of(Claim claim) {
            return new State(claim.status(), claim.coverageId(), claim.payerId());
        }
    }

    private void scrub(Collection<Claim> claims, Around around, @Nullable String reason) {
        claims.forEach(claim -> cover(claim, around));
        Map<UUID, List<ClaimLine>> older = olderServices.of(claims);
        NcciEdits edits = ncci.of(Stream.concat(
                        claims.stream().flatMap(claim -> claim.content().lines().stream()),
                        older.values().stream().flatMap(List::stream))
                .map(ClaimLine::procedure)
                .collect(Collectors.toSet()));
        LocalDate today = today();
        for (Claim claim : claims) {
            ScrubOutcome outcome = new ScrubOutcome(Scrubber.scrub(input(claim, around, older, edits, today)));
            claim.scrubbed(outcome, new Cause(clock.instant(), context.actor(), reason(reason, outcome), null));
        }
    }

    /** Names the codes of the errors, so that the history tells why without the edits of the day. */
    private static @Nullable String reason(@Nullable String reason, ScrubOutcome outcome) {
        if (outcome.isClean()) {
            return reason;
        }
        List<String> parts = new ArrayList<>();
        if (reason != null) {
            parts.add(reason);
        }
        outcome.errorCodes().forEach(parts::add);
        return String.join(", ", parts);
    }

    /**
     * Until it is sent, a claim follows the patient's coverages: the first claim of a visit bills the first coverage that is
     * active on the day, a later payer's claim the payer of its own. A replacement goes to the payer that decided.
     */
    private static void cover(Claim claim, Around around) {
        if (claim.replacesId() != null) {
            return;
        }
        Optional<Coverage> due = claim.rank() == 1
                ? around.active(claim).stream().findFirst()
                : Optional.ofNullable(around.billed(claim));
        due.ifPresent(coverage -> claim.cover(coverage.coverageId(), coverage.payerId()));
    }

    private static ScrubInput input(
            Claim claim, Around around, Map<UUID, List<ClaimLine>> older, NcciEdits edits, LocalDate today) {
        return new ScrubInput(
                today,
                claim.rank(),
                claim.frequency().code(),
                claim.payerControlNumber(),
                claim.serviceDate(),
                claim.charge(),
                claim.content(),
                around.billing(),
                around.providers().get(claim.renderingProviderId()),
                around.licenses().getOrDefault(claim.renderingProviderId(), List.of()),
                around.patients().get(claim.patientId()),
                around.billed(claim),
                around.payer(claim),
                older.getOrDefault(claim.id(), List.of()),
                edits);
    }

    /** The later of the practice's day and the day of universal time: nobody is refused for a clock abroad. */
    private LocalDate today() {
        LocalDate here = LocalDate.ofInstant(clock.instant(), billing.zone());
        LocalDate universal = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return here.isAfter(universal) ? here : universal;
    }
}
