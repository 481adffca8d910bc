package dev.superbill.payments.report;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.superbill.payments.ledger.AgedBalance;
import dev.superbill.payments.ledger.Debt;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is owed at the end of a day, by age: days from the service date, HFMA's usual buckets. The total is the balance of
 * {@code ar.payer} or {@code ar.patient} in the trial balance of the same day.
 *
 * @param by payer or patient
 * @param totalCents of all who owe, whatever part of them is listed
 * @param items those who owe (or are owed) something, the largest first
 * @param next the cursor of the next part, null at the end
 */
@Schema(name = "Aging", examples = """
                {"asOf": "2026-11-24", "by": "payer", "totalCents": 19000, "items": [
                 {"id": "019a8f0e-7c1d-7000-8000-000000000003", "name": "Acme Health", "totalCents": 19000,
                  "buckets": {"0-30": 0, "31-60": 19000, "61-90": 0, "91-120": 0, "120+": 0}}], "next": null}""")
record Aging(
        @Schema(examples = "2026-11-24") LocalDate asOf,
        @Schema(examples = "payer") String by,
        @Schema(examples = "19000") long totalCents,
        List<Item> items,
        @Nullable String next) {

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

    /** One debtor's line. */
    static Item item(Debt debt, @Nullable String name, Collection<AgedBalance> balances) {
        return new Item(debt.partyId(), name, debt.owed().cents(), Buckets.of(balances));
    }
}
