package dev.superbill.payments.remittance;

import dev.superbill.kernel.UuidV5;
import dev.superbill.kernel.UuidV7;
import dev.superbill.payments.exception.Reason;
import dev.superbill.payments.practice.PracticeProfile;
import dev.superbill.payments.practice.PracticeProfiles;
import dev.superbill.payments.remittance.Remittance.Refusal;
import dev.superbill.payments.remittance.RemittanceTransaction.ProviderAmount;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.x12.Envelope;
import dev.superbill.x12.X12Exception;
import dev.superbill.x12.X12Issue;
import dev.superbill.x12.remittance.Party;
import dev.superbill.x12.remittance.Payment;
import dev.superbill.x12.remittance.RemittanceScan;
import dev.superbill.x12.remittance.RemittanceStart;
import dev.superbill.x12.remittance.Trace;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Takes files in: keeps them byte for byte, then reads them a first time, which decides what becomes of them. */
@ApplicationScoped
class Intake {

    private static final String UPLOAD = "upload";

    private final KeptFiles files;
    private final RemittanceTable remittances;
    private final TransactionTable transactions;
    private final PracticeProfiles practice;
    private final PracticeContext context;
    private final PayeeOwners owners;
    private final Clock clock;

    Intake(
            KeptFiles files,
            RemittanceTable remittances,
            TransactionTable transactions,
            PracticeProfiles practice,
            PracticeContext context,
            PayeeOwners owners,
            Clock clock) {
        this.files = files;
        this.remittances = remittances;
        this.transactions = transactions;
        this.practice = practice;
        this.context = context;
        this.owners = owners;
        this.clock = clock;
    }

    /**
     * A file that has come.
     *
     * @param isNew false when the same bytes were kept before
     * @param worker who works on a new one
     */
    record Receipt(Remittance remittance, boolean isNew, UUID worker) {}

    /**
     * Keeps a file, outside of a transaction. The same bytes are kept once, whoever sends them at the same time.
     *
     * @throws IOException when the sender breaks off
     */
    Receipt keep(InputStream in, String source) throws IOException {
        UUID worker = UuidV7.next();
        KeptFiles.Kept kept = files.keep(UuidV7.next(clock), in);
        Remittance remittance = new Remittance(
                kept.id(),
                kept.sha256(),
                kept.bytes(),
                clock.instant(),
                source,
                context.actor(),
                Remittance.RECEIVED,
                null,
                0);
        boolean isNew = QuarkusTransaction.requiringNew().call(() -> remittances.insert(remittance, worker));
        if (isNew) {
            return new Receipt(remittance, true, worker);
        }
        files.discard(kept.id());
        Remittance first = QuarkusTransaction.requiringNew()
                .call(() -> remittances.findByHash(kept.sha256()))
                .orElseThrow(() -> new IllegalStateException("The same bytes were kept and are gone"));
        return new Receipt(first, false, worker);
    }

    /** {@link #keep(InputStream, String)} of a file that somebody uploads. */
    Receipt keepUpload(InputStream in) throws IOException {
        return keep(in, UPLOAD);
    }

    /**
     * Reads a kept file a first time: its transactions are known afterwards, or why it cannot be read.
     *
     * @return how many transactions it has
     */
    int read(Remittance remittance) {
        RemittanceScan scan;
        try {
            scan = RemittanceScan.of(files.open(remittance.id()));
        } catch (X12Exception e) {
            refuse(remittance, refusal(e.issues().getFirst()));
            return 0;
        }
        if (scan.transactions().isEmpty()) {
            refuse(
                    remittance,
                    new Refusal(
                            "NO_REMITTANCE",
                            "The file has no transaction 835",
                            "IEA",
                            scan.envelope().segments(),
                            "Send a remittance (ST*835), not another transaction set."));
            return 0;
        }
        Map<Integer, String> versions = new HashMap<>();
        for (Envelope.Transaction transaction : scan.envelope().transactions()) {
            versions.put(transaction.ordinal(), transaction.version());
        }
        Optional<PracticeProfile> profile = QuarkusTransaction.requiringNew().call(practice::current);
        List<RemittanceScan.Transaction> ours = keepOurs(remittance, scan, profile);
        int ofOthers = scan.transactions().size() - ours.size();
        if (ours.isEmpty()) {
            refuse(
                    remittance,
                    new Refusal(
                            "OTHER_PRACTICES",
                            "All transactions of the file are other practices', which have them now",
                            "IEA",
                            scan.envelope().segments(),
                            "Nothing: the trading partner has put it into a mailbox that is shared."));
        }
        QuarkusTransaction.requiringNew().run(() -> {
            if (ofOthers > 0) {
                remittances.share(remittance.id(), ofOthers);
            }
            if (!ours.isEmpty()) {
                transactions.insert(ours.stream()
                        .map(one -> transaction(remittance, one, versions.getOrDefault(one.ordinal(), ""), profile)));
                remittances.setStatus(remittance.id(), Remittance.POSTING);
            }
        });
        return ours.size();
    }

    /** Hands over what belongs to other practices that share the mailbox; gives what is left. */
    private List<RemittanceScan.Transaction> keepOurs(
            Remittance remittance, RemittanceScan scan, Optional<PracticeProfile> profile) {
        if (remittance.isUploaded()) {
            return scan.transactions();
        }
        List<RemittanceScan.Transaction> ours = new ArrayList<>();
        Set<PayeeOwners.Owner> others = new LinkedHashSet<>();
        Map<String, Optional<PayeeOwners.Owner>> known = new HashMap<>();
        for (RemittanceScan.Transaction one : scan.transactions()) {
            Party payee = one.start().payee();
            Optional<PayeeOwners.Owner> other = isPayee(payee, profile)
                    ? Optional.empty()
                    : known.computeIfAbsent(
                            payee == null ? "" : payee.npi() + "/" + payee.taxId(),
                            key -> owners.of(remittance, payee));
            other.ifPresentOrElse(others::add, () -> ours.add(one));
        }
        others.forEach(owner -> owners.handOver(remittance, owner));
        return ours;
    }

    private static boolean isPayee(@Nullable Party payee, Optional<PracticeProfile> profile) {
        return profile.filter(practice -> PayeeOwners.isPayee(payee, practice)).isPresent();
    }

    private void refuse(Remittance remittance, Refusal refusal) {
        QuarkusTransaction.requiringNew().run(() -> remittances.refuse(remittance.id(), refusal));
    }

    private static Refusal refusal(X12Issue issue) {
        return new Refusal(
                issue.code().name(),
                issue.message(),
                issue.segment(),
                issue.position().inFile(),
                issue.action());
    }

    private static RemittanceTransaction transaction(
            Remittance remittance,
            RemittanceScan.Transaction scanned,
            String version,
            Optional<PracticeProfile> profile) {
        RemittanceStart start = scanned.start();
        TransactionVerdict verdict = TransactionVerdict.of(scanned, version);
        List<Reason> reasons = new ArrayList<>(verdict.reasons());
        List<Reason> warnings = new ArrayList<>(verdict.warnings());
        TransactionStatus status = verdict.status();
        if (status != TransactionStatus.REJECTED && !isPayee(start.payee(), profile)) {
            Reason unknown = unknownPayee(start);
            if (remittance.isUploaded()) {
                warnings.add(unknown);
            } else {
                reasons.add(unknown);
                status = TransactionStatus.HELD;
            }
        }
        boolean read = reasons.stream().noneMatch(reason -> reason.code().equals("VERSION_NOT_SUPPORTED"));
        Payment payment = start.payment();
        Trace trace = start.trace();
        return new RemittanceTransaction(
                UuidV5.of(remittance.id(), "transaction/" + scanned.ordinal()),
                remittance.id(),
                scanned.ordinal(),
                trace == null ? null : Identifiers.cut(trace.number()),
                trace == null ? null : Identifiers.cut(trace.payerIdentifier()),
                PayerNames.of(start),
                payment == null ? null : Identifiers.cut(payment.method()),
                payment == null ? null : payment.date(),
                payment == null ? null : payment.amountCents(),
                scanned.claimPaymentsCents(),
                scanned.providerAdjustmentsCents(),
                payment != null && scanned.balance().balanced(),
                status,
                reasons,
                warnings,
                scanned.providerAdjustments().stream()
                        .map(one -> new ProviderAmount(
                                Identifiers.cut(one.reasonCode()), Identifiers.cut(one.reference()), one.amountCents()))
                        .toList(),
                TransactionVerdict.traceKey(start),
                scanned.contentHash(),
                read ? scanned.claims() : 0,
                0,
                false,
                false);
    }

    private static Reason unknownPayee(RemittanceStart start) {
        Party payee = start.payee();
        return Reason.of(
                "PAYEE_UNKNOWN",
                "The payee (N1*PE " + (payee == null ? "missing" : Identifiers.cut(payee.id()))
                        + ") is neither the practice's NPI nor its tax id.",
                "N1",
                payee == null ? start.transaction().position() : payee.position());
    }
}
