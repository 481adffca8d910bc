package dev.superbill.payments.remittance;

import dev.superbill.payments.payer.Payer;
import dev.superbill.payments.receivable.ClaimAccount;
import dev.superbill.payments.receivable.ClaimLine;
import dev.superbill.payments.receivable.Coverage;
import dev.superbill.payments.receivable.Member;
import dev.superbill.payments.receivable.MemberCharge;
import dev.superbill.payments.receivable.Receivable;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Finds the claim that an answer is about: by CLP01, confirmed by one of member id, date of service and charge, because a
 * coincidence of numbers must post to nobody; else by the number that this payer has given (CLP07: each payer counts for
 * itself, so that another one's same number says nothing); else by member id, date of service and charge together. What
 * fits more than one claim fits none.
 */
final class ClaimFinder {

    /** Where claims can be looked up. */
    interface Accounts {

        Optional<ClaimAccount> byControlNumber(String controlNumber);

        Collection<ClaimAccount> byPayerControlNumber(String payerControlNumber);

        Collection<ClaimAccount> byMember(MemberCharge claim);
    }

    private ClaimFinder() {}

    /** The claim of an answer. */
    static Optional<ClaimAccount> find(
            ClaimAnswer answer, Accounts accounts, PayerNames payer, Function<PayerNames, Optional<Payer>> registered) {
        return accounts.byControlNumber(answer.patientControlNumber())
                .filter(claim -> isConfirmed(answer, claim))
                .or(() -> answer.payerControlNumber().isEmpty()
                        ? Optional.empty()
                        : onlyOne(accounts.byPayerControlNumber(answer.payerControlNumber()).stream()
                                .filter(claim -> hasNumberOf(answer, claim, payer, registered))
                                .toList()))
                .or(() -> answer.memberCharge().flatMap(claim -> onlyOne(accounts.byMember(claim))));
    }

    /**
     * The receivable of the payer that answers: the payer by its identifiers, then the rank that CLP02 tells. A payer that
     * is registered and no payer of the claim yet gets a receivable (a crossover that we did not send), and so does one
     * that nobody knows. Where CLP02 tells no rank and nobody knows the payer: who has the member id, else the first.
     *
     * @param registered finds the id of a payer that the practice has registered by one of its identifiers
     */
    static Receivable receivable(
            ClaimAnswer answer,
            ClaimAccount claim,
            PayerNames payer,
            Function<PayerNames, Optional<Payer>> registered) {
        int rank = answer.status().rank();
        List<Coverage> named = claim.coverages().stream()
                .filter(coverage -> coverage.payerIdentifier() != null && payer.include(coverage.payerIdentifier()))
                .toList();
        Optional<Coverage> ofPayer = byRank(named, rank).or(() -> named.stream().findFirst());
        if (ofPayer.isPresent()) {
            return claim.receivableOf(ofPayer.get().payerId(), ofPayer.get().rank());
        }
        Optional<Payer> known = registered.apply(payer);
        if (known.isPresent()) {
            return claim.receivableOf(known.get().id(), rank > 0 ? rank : rankOf(known.get(), claim));
        }
        if (rank > 0) {
            Optional<Receivable> ofRank = claim.receivables().stream()
                    .filter(receivable -> receivable.rank() == rank)
                    .findFirst();
            return ofRank.orElseGet(() -> claim.receivableOf(
                    byRank(claim.coverages(), rank).map(Coverage::payerId).orElseGet(payer::unregisteredId), rank));
        }
        return claim.coverages().stream()
                .filter(coverage -> isMember(answer, coverage.memberId()))
                .findFirst()
                .map(coverage -> claim.receivableOf(coverage.payerId(), coverage.rank()))
                .or(() -> claim.receivables().stream().findFirst())
                .orElseGet(() -> claim.receivableOf(payer.unregisteredId(), 1));
    }

    /** Whether the payer that speaks gave the number; where nobody knows it, something else has to speak for the claim. */
    private static boolean hasNumberOf(
            ClaimAnswer answer,
            ClaimAccount claim,
            PayerNames payer,
            Function<PayerNames, Optional<Payer>> registered) {
        Set<UUID> speakers = new HashSet<>();
        claim.coverages().stream()
                .filter(coverage -> coverage.payerIdentifier() != null && payer.include(coverage.payerIdentifier()))
                .forEach(coverage -> speakers.add(coverage.payerId()));
        registered.apply(payer).ifPresent(known -> speakers.add(known.id()));
        if (speakers.isEmpty()) {
            return hasMember(answer, claim) || (hasSameDate(answer, claim) && hasSameCharge(answer, claim));
        }
        return claim.receivables().stream()
                .anyMatch(receivable -> answer.payerControlNumber().equals(receivable.payerControlNumber())
                        && speakers.contains(receivable.payerId()));
    }

    private static int rankOf(Payer payer, ClaimAccount claim) {
        return claim.coverages().stream()
                .filter(coverage -> coverage.payerId().equals(payer.id()))
                .map(Coverage::rank)
                .findFirst()
                .orElse(1);
    }

    private static Optional<Coverage> byRank(List<Coverage> coverages, int rank) {
        return coverages.stream().filter(coverage -> coverage.rank() == rank).findFirst();
    }

    /** Whether more than the number says that an answer is about a claim. */
    static boolean isConfirmed(ClaimAnswer answer, ClaimAccount claim) {
        // the member last: it is sealed
        return hasSameDate(answer, claim) || hasSameCharge(answer, claim) || hasMember(answer, claim);
    }

    private static boolean hasSameCharge(ClaimAnswer answer, ClaimAccount claim) {
        return answer.billedChargeCents() == claim.charge().cents();
    }

    private static boolean hasMember(ClaimAnswer answer, ClaimAccount claim) {
        return Stream.concat(
                        claim.coverages().stream().map(Coverage::memberId),
                        claim.receivables().stream().map(Receivable::memberId))
                .anyMatch(memberId -> isMember(answer, memberId));
    }

    private static boolean isMember(ClaimAnswer answer, @Nullable Member memberId) {
        return memberId != null && !answer.memberId().isEmpty() && memberId.is(answer.memberId());
    }

    private static boolean hasSameDate(ClaimAnswer answer, ClaimAccount claim) {
        Set<LocalDate> billed = new HashSet<>();
        billed.add(claim.serviceDate());
        claim.lines().stream()
                .map(ClaimLine::serviceDate)
                .filter(Objects::nonNull)
                .forEach(billed::add);
        return Stream.concat(
                        Stream.ofNullable(answer.serviceDate()),
                        answer.lines().stream()
                                .map(ClaimAnswer.Line::serviceDate)
                                .filter(Objects::nonNull))
                .anyMatch(billed::contains);
    }

    private static Optional<ClaimAccount> onlyOne(Collection<ClaimAccount> claims) {
        return claims.size() == 1 ? claims.stream().findFirst() : Optional.empty();
    }
}
