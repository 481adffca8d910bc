package dev.superbill.payments.ledger;

import dev.superbill.platform.measure.Measure;
import dev.superbill.platform.measure.Measure.Total;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What operations see of the books: the accounts on which money should not stay. */
@ApplicationScoped
class LedgerMeasures {

    /** Read from the totals by day, of which there are few however many postings there are. */
    @Produces
    @Singleton
    Measure restingMoney() {
        return new Measure(
                "superbill.ledger.resting",
                "cents",
                "Money on accounts where it should not stay: credit of suspense and unapplied, debit of clearing",
                "account",
                Total.SUM,
                """
                select a.account,
                  coalesce(sum(case a.account when 'clearing' then debit_cents - credit_cents else credit_cents - debit_cents end), 0)
                from unnest(array['suspense', 'unapplied', 'clearing']) as a(account)
                left join account_total t on t.account = a.account
                group by a.account
                """);
    }
}
