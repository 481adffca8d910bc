package dev.superbill.claims.submission;

import dev.superbill.claims.claim.ClaimForSubmission;
import dev.superbill.claims.claim.Claims;
import dev.superbill.claims.claim.CleanClaim;
import dev.superbill.claims.payer.Payers;
import dev.superbill.claims.practice.BillingIdentities;
import dev.superbill.claims.practice.BillingProvider;
import dev.superbill.claims.scrub.Edit;
import dev.superbill.claims.submission.partner.TradingPartnerView;
import dev.superbill.claims.submission.partner.TradingPartners;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.web.ProblemException;
import dev.superbill.x12.X12Exception;
import dev.superbill.x12.X12Issue;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Builds a batch in one transaction: takes the clean claims a portion at a time, writes their interchange, keeps it, and
 * gives out its control numbers. A crash leaves the claims clean and the numbers unused. A claim that cannot be written is held with the reason
 * and keeps nobody waiting.
 */
@ApplicationScoped
class BatchBuilder {

    /** The most claims that a batch takes; the next batch takes the rest. */
    static final int MOST_CLAIMS = 25_000;

    /** Claims of one coverage and patient stand together, so that they share their levels (HL). */
    private static final Comparator<CleanClaim> HIERARCHY = Comparator.comparing(CleanClaim::payerId)
            .thenComparing(CleanClaim::coverageId)
            .thenComparing(CleanClaim::patientId)
            .thenComparing(CleanClaim::id);

    /** So many claims are in memory at once. */
    private static final int AT_ONCE = 500;

    private final Claims claims;
    private final TradingPartners partners;
    private final Payers payers;
    private final BillingIdentities identities;
    private final SubmissionNumbers numbers;
    private final BatchRepository batches;
    private final BatchStore store;
    private final PracticeContext context;
    private final Clock clock;

    BatchBuilder(
            Claims claims,
            TradingPartners partners,
            Payers payers,
            BillingIdentities identities,
            SubmissionNumbers numbers,
            BatchRepository batches,
            BatchStore store,
            PracticeContext context,
            Clock clock) {
        this.claims = claims;
        this.partners = partners;
        this.payers = payers;
        this.identities = identities;
        this.numbers = numbers;
        this.batches = batches;
        this.store = store;
        this.context = context;
        this.clock = clock;
    }

    /** A batch that was built, and the claims that could not be written. */
    record Built(Batch batch, List<UUID> held) {}

    /**
     * Builds the batch that is asked for.
     *
     * @throws ProblemException 404 where payer or trading partner are unknown, 422 where the practice has no trading partner, or has not registered itself
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Built build(BatchRequest request) {
        TradingPartnerView partner = partner(request);
        UUID payerId = request.payerId();
        if (payerId != null && payers.find(payerId).isEmpty()) {
            throw ProblemException.notFound("payer", payerId);
        }
        BillingProvider practice = practice();
        Batch batch = new Batch(partner, request.payerId(), clock.instant(), context.actor());
        batches.persistAndFlush(batch);
        Filling filling = new Filling(batch, new ClaimsFile(partner, practice, zoned(batch.createdAt())));
        filling.take(clean(request.payerId(), partner));
        return new Built(filling.finish(), filling.held);
    }

    /** A batch that is filled, a portion of claims at a time. */
    private final class Filling {

        private final UUID batchId;
        private final String senderId;
        private final String receiverId;
        private final ClaimsFile form;
        private final List<UUID> held = new ArrayList<>();
        /** Those of the open transaction: an answer names a claim by its number within its transaction. */
        private final Set<String> patientControlNumbers = new HashSet<>();

        private @Nullable AllocatedNumbers allocated;
        private ClaimsFile.@Nullable Open file;
        private boolean inTransaction;
        private int ordinal;

        Filling(Batch batch, ClaimsFile form) {
            this.batchId = batch.id();
            this.senderId = batch.senderId();
            this.receiverId = batch.receiverId();
            this.form = form;
        }

        void take(List<CleanClaim> clean) {
            List<CleanClaim> left = clean.stream().sorted(HIERARCHY).toList();
            while (!left.isEmpty()) {
                List<CleanClaim> later = new ArrayList<>();
                for (int from = 0; from < left.size(); from += AT_ONCE) {
                    later.addAll(takePortion(left.subList(from, Math.min(left.size(), from + AT_ONCE))));
                }
                finishTransaction();
                left = later;
            }
        }

        /** The claims of the portion whose number stands in the open transaction already: the next one takes them. */
        private List<CleanClaim> takePortion(List<CleanClaim> portion) {
            Map<UUID, ClaimForSubmission> told =
                    claims.forSubmission(portion.stream().map(CleanClaim::id).toList()).stream()
                            .collect(Collectors.toMap(ClaimForSubmission::claimId, Function.identity()));
            List<CleanClaim> later = new ArrayList<>();
            List<BatchStore.Entry> entries = new ArrayList<>();
            Map<UUID, Edit> refused = new LinkedHashMap<>();
            for (CleanClaim claim : portion) {
                if (file != null && file.isFull()) {
                    finishTransaction();
                }
                if (patientControlNumbers.contains(claim.patientControlNumber())) {
                    later.add(claim);
                    continue;
                }
                try {
                    entries.add(write(Objects.requireNonNull(told.get(claim.id()))));
                } catch (RefusedClaimException e) {
                    refused.put(claim.id(), refusal(e.place(), e.getMessage()));
                } catch (X12Exception e) {
                    X12Issue issue = e.issues().getFirst();
                    refused.put(claim.id(), refusal(issue.segment(), issue.toString()));
                }
            }
            store.keepClaims(batchId, entries);
            claims.batched(
                    batchId, entries.stream().map(BatchStore.Entry::claimId).toList());
            refused.forEach(claims::refused);
            held.addAll(refused.keySet());
            return later;
        }

        private BatchStore.Entry write(ClaimForSubmission claim) {
            WrittenClaim written = new WrittenClaim(claim.claimId(), ClaimMapping.map(claim));
            if (!inTransaction) {
                // a transaction is begun only for a claim that can be written: none is empty, no number is lost
                form.prove(written);
                startTransaction();
            }
            AllocatedNumbers numbers = Objects.requireNonNull(allocated);
            String alone = form.alone(written, numbers, numbers.transactions());
            Objects.requireNonNull(file).add(written);
            patientControlNumbers.add(written.patientControlNumber());
            ordinal++;
            return new BatchStore.Entry(
                    written.claimId(), numbers.transactions(), ordinal, written.patientControlNumber(), alone);
        }

        private void startTransaction() {
            AllocatedNumbers before = allocated;
            AllocatedNumbers now = before == null ? numbers.next(senderId, receiverId) : numbers.oneMore(before);
            if (file == null) {
                file = form.open(now);
            }
            file.startTransaction(now, now.transactions());
            allocated = now;
            inTransaction = true;
            ordinal = 0;
        }

        private void finishTransaction() {
            if (inTransaction) {
                Objects.requireNonNull(file).finishTransaction();
                inTransaction = false;
                patientControlNumbers.clear();
            }
        }

        /** Keeps the interchange, where there is one. */
        Batch finish() {
            // moving claims has detached the batch
            Batch batch = batches.findById(batchId);
            if (file != null && allocated != null) {
                BuiltFile built = file.finish();
                batch.built(allocated, built);
                batches.flush();
                store.keep(batchId, built, allocated);
            }
            return batch;
        }
    }

    private static Edit refusal(String place, @Nullable String message) {
        return Edit.error(
                "X12_REFUSED",
                place,
                message == null ? "The claim cannot be written as an 837P" : message,
                "Correct the data that the message names; the claim is scrubbed again by itself or on request");
    }

    private List<CleanClaim> clean(@Nullable UUID payerId, TradingPartnerView partner) {
        Set<UUID> elsewhere = payerId != null
                ? Set.of()
                : partners.all().stream()
                        .filter(other -> !other.id().equals(partner.id()))
                        .flatMap(other -> other.payerIds().stream())
                        .collect(Collectors.toSet());
        return claims.clean(payerId, elsewhere, MOST_CLAIMS);
    }

    private TradingPartnerView partner(BatchRequest request) {
        if (request.tradingPartnerId() != null) {
            return partners.find(request.tradingPartnerId());
        }
        Optional<TradingPartnerView> assigned =
                request.payerId() == null ? Optional.empty() : partners.assignedTo(request.payerId());
        return assigned.or(() -> partners.all().stream().findFirst())
                .orElseThrow(() -> ProblemException.unprocessable(
                        "TRADING_PARTNER_MISSING",
                        "tradingPartnerId",
                        "The practice has no trading partner",
                        "Make one with POST /api/v1/trading-partners"));
    }

    private BillingProvider practice() {
        BillingProvider practice = identities
                .current()
                .orElseThrow(() -> ProblemException.unprocessable(
                        "PRACTICE_MISSING",
                        "practice",
                        "The practice has not registered itself as the billing provider",
                        "Send PUT /api/v1/practice"));
        if (practice.contact() == null) {
            throw ProblemException.unprocessable(
                    "PRACTICE_CONTACT_MISSING",
                    "practice.contact",
                    "A file of claims names whom to ask about it (PER of loop 1000A)",
                    "Send PUT /api/v1/practice with a contact's name and phone");
        }
        return practice;
    }

    private java.time.LocalDateTime zoned(Instant at) {
        return at.atZone(identities.zone()).toLocalDateTime();
    }
}
