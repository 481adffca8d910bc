package dev.superbill.claims.acknowledgement;

import dev.superbill.claims.acknowledgement.AcknowledgementStore.Origin;
import dev.superbill.claims.submission.NumberKind;
import dev.superbill.claims.submission.SubmissionNumbers;
import dev.superbill.claims.submission.partner.TradingPartnerView;
import dev.superbill.claims.submission.partner.TradingPartners;
import dev.superbill.kernel.PracticeId;
import dev.superbill.platform.practice.PracticeContext;
import dev.superbill.platform.practice.Practices;
import dev.superbill.platform.sftp.RemoteFile;
import dev.superbill.platform.sftp.RemoteFolder;
import dev.superbill.platform.sftp.SftpConnections;
import dev.superbill.x12.X12Exception;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Looks into each partner's inbound folder and takes all from it but remittances: each file is kept and remembered in one
 * transaction, then understood, or refused with the reason. Nothing is deleted or moved there. Where practices share a
 * folder, each takes the answers to its own submissions only, and of what nothing tells whose it is, no bytes.
 */
@ApplicationScoped
class AnswerFetcher {

    private static final Logger LOG = Logger.getLogger(AnswerFetcher.class);
    private static final int LARGEST = 64 * 1024 * 1024;

    private final Practices practices;
    private final PracticeContext context;
    private final TradingPartners partners;
    private final SftpConnections connections;
    private final SubmissionNumbers numbers;
    private final AcknowledgementStore store;
    private final Acknowledgements acknowledgements;

    AnswerFetcher(
            Practices practices,
            PracticeContext context,
            TradingPartners partners,
            SftpConnections connections,
            SubmissionNumbers numbers,
            AcknowledgementStore store,
            Acknowledgements acknowledgements) {
        this.practices = practices;
        this.context = context;
        this.partners = partners;
        this.connections = connections;
        this.numbers = numbers;
        this.store = store;
        this.acknowledgements = acknowledgements;
    }

    @Scheduled(
            every = "${superbill.sftp.poll-every}",
            identity = "fetch-acknowledgements",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void fetchAll() {
        practices.forEach("fetch-acknowledgements", () -> partners.all().forEach(this::fetch));
    }

    /** Takes what is new in a partner's folder; a partner that cannot be reached is left alone for a while. */
    private void fetch(TradingPartnerView partner) {
        try {
            List<UUID> kept = connections
                    .poll(partner.address(), partner.inboundFolder(), folder -> takeNew(partner, folder))
                    .orElse(List.of());
            kept.forEach(acknowledgements::understand);
        } catch (IOException e) {
            LOG.warnf("The folder of trading partner %s could not be read: %s", partner.id(), e.getMessage());
        }
    }

    private List<UUID> takeNew(TradingPartnerView partner, RemoteFolder folder) throws IOException {
        List<RemoteFile> files =
                folder.files().stream().filter(RemoteFile::isComplete).toList();
        if (files.isEmpty()) {
            return List.of();
        }
        Set<RemoteFile> seen = QuarkusTransaction.requiringNew().call(() -> store.seen(partner.id(), files));
        List<UUID> kept = new ArrayList<>();
        for (RemoteFile file : files) {
            if (!seen.contains(file)) {
                take(partner, folder, file).ifPresent(kept::add);
            }
        }
        return kept;
    }

    private Optional<UUID> take(TradingPartnerView partner, RemoteFolder folder, RemoteFile file) throws IOException {
        byte[] content;
        try (InputStream in = folder.read(file.name())) {
            byte[] beginning = in.readNBytes(Peek.BYTES);
            if (Peek.isRemittance(beginning)) {
                return passed(partner, file, "NOT_OURS");
            }
            InputStream whole = new SequenceInputStream(new ByteArrayInputStream(beginning), in);
            if (file.size() > LARGEST) {
                return refused(
                        partner,
                        file,
                        Sha256.of(whole),
                        "The file has " + file.size() + " bytes, and an answer at most " + LARGEST
                                + ": ask the partner for smaller ones. It still lies in the partner's folder");
            }
            content = whole.readNBytes(LARGEST);
        }
        Optional<Set<Optional<PracticeId>>> owners = owners(content, partner);
        if (owners.isEmpty() && numbers.isShared(partner.submitterId(), partner.receiverId())) {
            return refused(
                    partner,
                    file,
                    Sha256.of(content),
                    "The file cannot be read, and other practices get theirs in the same folder: ask the partner whose it is. "
                            + "It still lies there");
        }
        if (owners.isPresent() && areOthers(owners.get())) {
            return passed(partner, file, "OTHER_PRACTICE");
        }
        return Optional.of(QuarkusTransaction.requiringNew().call(() -> {
            UUID id = store.keep(content, new Origin(partner.id(), file.name())).id();
            store.see(partner.id(), file, "KEPT", id);
            return id;
        }));
    }

    private Optional<UUID> refused(TradingPartnerView partner, RemoteFile file, String sha256, String reason) {
        QuarkusTransaction.requiringNew().run(() -> {
            Origin origin = new Origin(partner.id(), file.name());
            store.see(partner.id(), file, "REFUSED", acknowledgements.refuse(origin, sha256, file.size(), reason));
        });
        return Optional.empty();
    }

    private Optional<UUID> passed(TradingPartnerView partner, RemoteFile file, String outcome) {
        QuarkusTransaction.requiringNew().run(() -> store.see(partner.id(), file, outcome, null));
        return Optional.empty();
    }

    /** Who has sent what is answered; empty where nothing can be read of it. */
    private Optional<Set<Optional<PracticeId>>> owners(byte[] content, TradingPartnerView partner) {
        try {
            Reading reading = AnswerReader.read(content);
            return reading.answers().isEmpty()
                    ? Optional.empty()
                    : Optional.of(reading.answers().stream()
                            .flatMap(answer -> answer.statements().stream())
                            .map(Statement::subject)
                            .distinct()
                            .map(subject -> owner(subject, partner))
                            .collect(Collectors.toSet()));
        } catch (X12Exception e) {
            return Optional.empty();
        }
    }

    /** Whether all that is answered was sent by other practices under the same names. */
    private boolean areOthers(Set<Optional<PracticeId>> owners) {
        PracticeId own = context.practice();
        return !owners.isEmpty()
                && owners.stream()
                        .allMatch(owner -> owner.isPresent() && !owner.get().equals(own));
    }

    private Optional<PracticeId> owner(Subject subject, TradingPartnerView partner) {
        return switch (subject) {
            case Subject.Interchange interchange -> owner(partner, NumberKind.INTERCHANGE, interchange.number());
            case Subject.RestOfGroup group -> owner(partner, NumberKind.GROUP, group.number());
            case Subject.TransactionSet set -> owner(partner, NumberKind.GROUP, set.group());
            case Subject.Submission submission -> owner(partner, NumberKind.SUBMISSION, submission.reference());
            case Subject.SingleClaim claim -> owner(partner, NumberKind.SUBMISSION, claim.reference());
        };
    }

    private Optional<PracticeId> owner(TradingPartnerView partner, NumberKind kind, String number) {
        return numbers.ownerOf(partner.submitterId(), partner.receiverId(), kind, number);
    }
}
