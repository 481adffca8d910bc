package dev.superbill.claims.submission;

import dev.superbill.claims.claim.ClaimForSubmission;
import dev.superbill.claims.claim.ClaimSummary;
import dev.superbill.claims.claim.Claims;
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
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Builds a batch in one transaction: takes the clean claims, writes their interchange, keeps it, and gives out its control
 * numbers. A crash leaves the claims clean and the numbers unused. A claim that cannot be written is held with the reason
 * and keeps nobody waiting.
 */
@ApplicationScoped
class BatchBuilder {

    /** The most claims that a batch takes; the next batch takes the rest. */
    static final int MOST_CLAIMS = 25_000;

    /** The most claims of a transaction set (X222A1, section 1.4.3.1). */
    static final int MOST_IN_TRANSACTION = 5_000;

    /** Claims of one subscriber and patient stand together, so that they share their levels (HL). */
    private static final Comparator<WrittenClaim> HIERARCHY = Comparator.comparing(
                    (WrittenClaim claim) -> claim.content().payer().id())
            .thenComparing(claim -> claim.content().subscriber().memberId())
            .thenComparing(claim -> claim.content().patientName().last())
            .thenComparing(claim -> claim.content().patientName().first())
            .thenComparing(WrittenClaim::claimId);

    private final Claims claims;
    private final TradingPartners partners;
    private final BillingIdentities identities;
    private final SubmissionNumbers numbers;
    private final BatchRepository batches;
    private final BatchStore store;
    private final PracticeContext context;
    private final Clock clock;

    BatchBuilder(
            Claims claims,
            TradingPartners partners,
            BillingIdentities identities,
            SubmissionNumbers numbers,
            BatchRepository batches,
            BatchStore store,
            PracticeContext context,
            Clock clock) {
        this.claims = claims;
        this.partners = partners;
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
     * @throws ProblemException 422 where the practice has no trading partner, or has not registered itself
     */
    @Transactional(Transactional.TxType.MANDATORY)
    Built build(BatchRequest request) {
        TradingPartnerView partner = partner(request);
        BillingProvider practice = practice();
        Batch batch = new Batch(partner, request.payerId(), clock.instant(), context.actor());
        batches.persistAndFlush(batch);
        ClaimsFile file = new ClaimsFile(partner, practice, zoned(batch.createdAt()));
        List<UUID> held = new ArrayList<>();
        List<WrittenClaim> written = write(file, clean(request.payerId(), partner), held);
        if (!written.isEmpty()) {
            keep(batch, file, inTransactions(written));
        }
        return new Built(batch, held);
    }

    private void keep(Batch batch, ClaimsFile file, List<List<WrittenClaim>> transactions) {
        AllocatedNumbers allocated = numbers.next(batch.senderId(), batch.receiverId(), transactions.size());
        BuiltFile built = file.interchange(allocated, transactions);
        batch.built(allocated, built);
        batches.flush();
        List<BatchStore.Entry> entries = new ArrayList<>();
        for (int transaction = 1; transaction <= transactions.size(); transaction++) {
            int ordinal = 0;
            for (WrittenClaim claim : transactions.get(transaction - 1)) {
                ordinal++;
                entries.add(new BatchStore.Entry(
                        claim.claimId(),
                        transaction,
                        ordinal,
                        claim.patientControlNumber(),
                        file.alone(claim, allocated, transaction)));
            }
        }
        store.keep(batch.id(), built, allocated, entries);
        claims.batched(
                batch.id(), entries.stream().map(BatchStore.Entry::claimId).toList());
    }

    private List<WrittenClaim> write(ClaimsFile file, List<UUID> ids, List<UUID> held) {
        List<WrittenClaim> written = new ArrayList<>();
        for (ClaimForSubmission claim : claims.forSubmission(ids)) {
            try {
                WrittenClaim one = new WrittenClaim(claim.claimId(), ClaimMapping.map(claim));
                file.prove(one);
                written.add(one);
            } catch (RefusedClaimException e) {
                hold(claim.claimId(), e.place(), e.getMessage(), held);
            } catch (X12Exception e) {
                X12Issue issue = e.issues().getFirst();
                hold(claim.claimId(), issue.segment(), issue.toString(), held);
            }
        }
        written.sort(HIERARCHY);
        return written;
    }

    private void hold(UUID claimId, String place, @Nullable String message, List<UUID> held) {
        claims.refused(
                claimId,
                Edit.error(
                        "X12_REFUSED",
                        place,
                        message == null ? "The claim cannot be written as an 837P" : message,
                        "Correct the data that the message names; the claim is scrubbed again by itself or on request"));
        held.add(claimId);
    }

    private List<UUID> clean(@Nullable UUID payerId, TradingPartnerView partner) {
        Set<UUID> elsewhere = new HashSet<>();
        for (TradingPartnerView other : partners.all()) {
            if (!other.id().equals(partner.id())) {
                elsewhere.addAll(other.payerIds());
            }
        }
        return claims.clean(payerId == null ? null : Set.of(payerId), MOST_CLAIMS).stream()
                .filter(claim -> payerId != null || !elsewhere.contains(claim.payerId()))
                .map(ClaimSummary::id)
                .toList();
    }

    /**
     * At most {@link #MOST_IN_TRANSACTION} claims each, and never two of one patient control number: an answer names a
     * claim by it within its transaction.
     */
    static List<List<WrittenClaim>> inTransactions(List<WrittenClaim> claims) {
        List<List<WrittenClaim>> transactions = new ArrayList<>();
        List<Set<String>> numbers = new ArrayList<>();
        for (WrittenClaim claim : claims) {
            int at = 0;
            while (at < transactions.size()
                    && (transactions.get(at).size() >= MOST_IN_TRANSACTION
                            || numbers.get(at).contains(claim.patientControlNumber()))) {
                at++;
            }
            if (at == transactions.size()) {
                transactions.add(new ArrayList<>());
                numbers.add(new HashSet<>());
            }
            transactions.get(at).add(claim);
            numbers.get(at).add(claim.patientControlNumber());
        }
        return transactions;
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
