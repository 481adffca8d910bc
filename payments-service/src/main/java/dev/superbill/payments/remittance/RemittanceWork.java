package dev.superbill.payments.remittance;

import dev.superbill.payments.exception.Reason;
import dev.superbill.x12.remittance.ClaimPayment;
import dev.superbill.x12.remittance.ProviderAdjustment;
import dev.superbill.x12.remittance.RemittanceEnd;
import dev.superbill.x12.remittance.RemittanceEvent;
import dev.superbill.x12.remittance.RemittanceReader;
import dev.superbill.x12.remittance.RemittanceStart;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.narayana.jta.TransactionSemantics;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The second pass over a kept file: posts its claims in batches, each in a transaction of its own. It begins where a
 * former worker has stopped, so that a crash at any point loses and repeats nothing.
 */
@ApplicationScoped
class RemittanceWork {

    private static final Logger LOG = Logger.getLogger(RemittanceWork.class);
    private static final int BATCH = 500;
    private static final int MOST_ATTEMPTS = 3;

    private final KeptFiles files;
    private final TransactionTable transactions;
    private final RemittancePoster poster;

    RemittanceWork(KeptFiles files, TransactionTable transactions, RemittancePoster poster) {
        this.files = files;
        this.transactions = transactions;
        this.poster = poster;
    }

    /** Works a remittance through whose transactions are known, outside of a transaction. */
    void post(UUID remittanceId, UUID worker) {
        new Pass(remittanceId, worker, TransactionSemantics.REQUIRE_NEW).run(null);
    }

    /**
     * Works one transaction of a remittance through as a part of the running database transaction; for few claims. A
     * worker may be busy with the others meanwhile.
     */
    void postWithin(RemittanceTransaction transaction) {
        new Pass(transaction.remittanceId(), null, TransactionSemantics.JOIN_EXISTING).run(transaction.id());
    }

    /** One reading of the file. */
    private final class Pass {

        private final UUID remittanceId;
        private final @Nullable UUID worker;
        private final TransactionSemantics semantics;
        private final Map<Integer, RemittanceTransaction> known = new HashMap<>();
        private final List<ClaimPayment> pending = new ArrayList<>(BATCH);
        private final List<ProviderAdjustment> adjustments = new ArrayList<>(0);
        private @Nullable RemittanceTransaction current;

        Pass(UUID remittanceId, @Nullable UUID worker, TransactionSemantics semantics) {
            this.remittanceId = remittanceId;
            this.worker = worker;
            this.semantics = semantics;
        }

        /** Works off what is not done yet, or of that one transaction alone. */
        void run(@Nullable UUID only) {
            within(() -> transactions.ofRemittance(remittanceId).stream()
                    .filter(one -> !one.done() && (only == null || only.equals(one.id())))
                    .forEach(one -> known.put(one.ordinal(), one)));
            RemittanceReader reader = new RemittanceReader(files.open(remittanceId));
            for (RemittanceEvent event = reader.next(); event != null && anyLeft(); event = reader.next()) {
                switch (event) {
                    case RemittanceStart start -> begin(start);
                    case ClaimPayment claim -> take(claim);
                    case ProviderAdjustment adjustment -> take(adjustment);
                    case RemittanceEnd end -> end();
                }
            }
            within(() -> poster.conclude(remittanceId));
        }

        private boolean anyLeft() {
            return !known.isEmpty();
        }

        private void begin(RemittanceStart start) {
            RemittanceTransaction transaction = known.get(start.ordinal());
            current = transaction == null || isSmall(transaction) ? transaction : decide(transaction);
        }

        private RemittanceTransaction decide(RemittanceTransaction transaction) {
            return QuarkusTransaction.runner(semantics).call(() -> poster.begin(transaction));
        }

        /** Whether all of its claims and provider adjustments are one batch. */
        private static boolean isSmall(RemittanceTransaction transaction) {
            return transaction.claims() < BATCH
                    && transaction.providerAdjustments().size() < BATCH;
        }

        private void take(ClaimPayment claim) {
            RemittanceTransaction transaction = current;
            // claims of another guide's version are not read: their segments may mean something else
            if (transaction == null || transaction.claims() == 0 || claim.ordinal() <= transaction.claimsPosted()) {
                return;
            }
            pending.add(claim);
            if (pending.size() == BATCH) {
                flush(transaction);
            }
        }

        private void take(ProviderAdjustment adjustment) {
            RemittanceTransaction transaction = current;
            if (transaction != null) {
                adjustments.add(adjustment);
                if (adjustments.size() == BATCH) {
                    adjust(transaction);
                }
            }
        }

        /** Their entries' ids follow from their places: after a crash they are passed over, not posted again. */
        private void adjust(RemittanceTransaction transaction) {
            within(() -> poster.adjust(transaction, adjustments));
            adjustments.clear();
        }

        private void end() {
            RemittanceTransaction transaction = current;
            if (transaction == null) {
                return;
            }
            if (isSmall(transaction)) {
                postWhole(transaction);
            } else {
                flush(transaction);
                adjust(transaction);
                within(() -> poster.finish(transaction));
            }
            known.remove(transaction.ordinal());
            current = null;
        }

        /** A small transaction in one database transaction instead of three: some files have thousands of them. */
        private void postWhole(RemittanceTransaction transaction) {
            try {
                within(() -> {
                    RemittanceTransaction decided = poster.begin(transaction);
                    if (!pending.isEmpty()) {
                        poster.take(decided, worker, answers(decided, pending, null));
                    }
                    poster.adjust(decided, adjustments);
                    poster.finish(decided);
                });
                pending.clear();
                adjustments.clear();
            } catch (RuntimeException e) {
                if (semantics == TransactionSemantics.JOIN_EXISTING) {
                    throw e;
                }
                LOG.warnf(
                        "Remittance %s/%d failed as a whole (%s) and is tried step by step",
                        remittanceId, transaction.ordinal(), e.getClass().getSimpleName());
                RemittanceTransaction decided = decide(transaction);
                flush(decided);
                adjust(decided);
                within(() -> poster.finish(decided));
            }
        }

        private void flush(RemittanceTransaction transaction) {
            if (pending.isEmpty()) {
                return;
            }
            try {
                post(transaction, pending, null);
            } catch (RuntimeException e) {
                if (semantics == TransactionSemantics.JOIN_EXISTING) {
                    throw e;
                }
                LOG.warnf(
                        "Remittance %s/%d: a batch failed (%s), its claims are tried one by one",
                        remittanceId, transaction.ordinal(), e.getClass().getSimpleName());
                pending.forEach(claim -> postAlone(transaction, claim));
            }
            pending.clear();
        }

        /** One claim that cannot be posted is held and does not take its siblings along. */
        private void postAlone(RemittanceTransaction transaction, ClaimPayment claim) {
            for (int attempt = 1; ; attempt++) {
                try {
                    post(transaction, List.of(claim), null);
                    return;
                } catch (RuntimeException e) {
                    if (attempt == MOST_ATTEMPTS) {
                        LOG.errorf(
                                e,
                                "Remittance %s/%d: claim %d could not be posted and is held",
                                remittanceId,
                                transaction.ordinal(),
                                claim.ordinal());
                        post(
                                transaction,
                                List.of(claim),
                                Reason.of("POSTING_FAILED", "The claim could not be posted: tell operations."));
                        return;
                    }
                }
            }
        }

        private void post(RemittanceTransaction transaction, List<ClaimPayment> claims, @Nullable Reason fault) {
            within(() -> poster.take(transaction, worker, answers(transaction, claims, fault)));
        }

        /** Made anew for each attempt, because posting changes them. */
        private List<AnsweredClaim> answers(
                RemittanceTransaction transaction, List<ClaimPayment> claims, @Nullable Reason fault) {
            return claims.stream()
                    .map(claim -> answer(transaction, claim, fault))
                    .toList();
        }

        private AnsweredClaim answer(RemittanceTransaction transaction, ClaimPayment claim, @Nullable Reason fault) {
            ClaimProof proof = ClaimProof.of(claim);
            List<Reason> faults = new ArrayList<>(proof.faults());
            if (fault != null) {
                faults.add(fault);
            }
            return new AnsweredClaim(
                    transaction.header(),
                    claim.ordinal(),
                    ClaimAnswer.of(claim),
                    proof.balanced(),
                    faults,
                    proof.warnings());
        }

        private void within(Runnable step) {
            QuarkusTransaction.runner(semantics).run(step);
        }
    }
}
