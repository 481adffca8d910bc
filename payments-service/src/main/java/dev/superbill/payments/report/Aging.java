package dev.superbill.payments.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.superbill.kernel.Money;
import dev.superbill.payments.ledger.AgedBalance;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is owed at the end of a day, by age: days from the service date, HFMA's usual buckets. The total is the balance of
 * {@code ar.payer} or {@code ar.patient} in the trial balance of the same day.
 *
 * @param by payer or patient
 * @param items those who owe (or are owed) something, the largest first
 */
record Aging(
        @Schema(examples = "2026-11-24") LocalDate asOf,
        @Schema(examples = "payer") String by,
        @Schema(examples = "19000") long totalCents,
        List<Item> items) {

    /** The first day of each bucket but the youngest. */
    static final List<Integer> LIMITS = List.of(31, 61, 91, 121);

    /** One who owes. */
    record Item(
            UUID id,
            @Nullable String name,
            @Schema(examples = "19000") long totalCents,
            Buckets buckets) {}

    /** Cents by age in days. */
    record Buckets(
            @JsonProperty("0-30") long upTo30,
            @JsonProperty("31-60") long upTo60,
            @JsonProperty("61-90") long upTo90,
            @JsonProperty("91-120") long upTo120,
            @JsonProperty("120+") long over120) {

        static Buckets of(Collection<AgedBalance> balances) {
            long[] cents = new long[LIMITS.size() + 1];
            for (AgedBalance balance : balances) {
                cents[balance.bucket()] =
                        Math.addExact(cents[balance.bucket()], balance.amount().cents());
            }
            return new Buckets(cents[0], cents[1], cents[2], cents[3], cents[4]);
        }
    }

    /** Puts balances together by debtor. */
    static Aging of(LocalDate asOf, Debtor by, List<AgedBalance> balances, Map<UUID, String> names) {
        Map<UUID, List<AgedBalance>> byParty = new LinkedHashMap<>();
        balances.forEach(balance -> byParty.computeIfAbsent(balance.partyId(), id -> new ArrayList<>())
                .add(balance));
        List<Item> items = byParty.entrySet().stream()
                .map(party -> new Item(
                        party.getKey(),
                        names.get(party.getKey()),
                        total(party.getValue()),
                        Buckets.of(party.getValue())))
                .sorted(Comparator.comparingLong(Item::totalCents).reversed().thenComparing(Item::id))
                .toList();
        return new Aging(asOf, by.text(), total(balances), items);
    }

    private static long total(List<AgedBalance> balances) {
        return Money.sum(balances.stream().map(AgedBalance::amount).toList()).cents();
    }
}
