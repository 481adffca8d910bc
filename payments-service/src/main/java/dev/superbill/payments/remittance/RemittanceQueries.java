package dev.superbill.payments.remittance;

import dev.superbill.platform.web.Cursor;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Shows remittances. */
@ApplicationScoped
@Transactional
class RemittanceQueries {

    private static final Pattern PLACE = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})");

    private final RemittanceTable remittances;
    private final TransactionTable transactions;
    private final ClaimTable claims;

    RemittanceQueries(RemittanceTable remittances, TransactionTable transactions, ClaimTable claims) {
        this.remittances = remittances;
        this.transactions = transactions;
        this.claims = claims;
    }

    RemittanceView show(UUID id) {
        return RemittanceView.of(find(id), transactions.ofRemittance(id));
    }

    Page<RemittanceSummary> list(PageRequest page) {
        Page<Remittance> listed = Page.of(
                remittances.page(page.afterId().orElse(null), page.limit() + 1),
                page.limit(),
                remittance -> remittance.id().toString());
        Map<UUID, Integer> counts =
                transactions.counts(listed.items().stream().map(Remittance::id).toList());
        return listed.map(remittance -> RemittanceSummary.of(remittance, counts.getOrDefault(remittance.id(), 0)));
    }

    Page<AnsweredClaimView> claims(
            UUID id, @Nullable Integer transaction, @Nullable Outcome outcome, PageRequest page) {
        find(id);
        ClaimTable.After after = page.after().map(RemittanceQueries::place).orElseGet(() -> new ClaimTable.After(0, 0));
        return Page.of(
                        claims.page(id, transaction, outcome, after, page.limit() + 1),
                        page.limit(),
                        claim -> claim.payment().ordinal() + "." + claim.ordinal())
                .map(AnsweredClaimView::of);
    }

    Page<UnknownPayee> unknownPayees(PageRequest page) {
        return Page.of(
                        transactions.ofUnknownPayees(page.afterId().orElseGet(() -> new UUID(0, 0)), page.limit() + 1),
                        page.limit(),
                        transaction -> transaction.id().toString())
                .map(UnknownPayee::of);
    }

    Page<AnsweredClaimView> unapplied(PageRequest page) {
        return Page.of(
                        claims.unapplied(page.afterId().orElseGet(() -> new UUID(0, 0)), page.limit() + 1),
                        page.limit(),
                        claim -> claim.id().toString())
                .map(AnsweredClaimView::of);
    }

    private Remittance find(UUID id) {
        return remittances.find(id).orElseThrow(() -> ProblemException.notFound("remittance", id));
    }

    private static ClaimTable.After place(String text) {
        Matcher place = PLACE.matcher(text);
        if (!place.matches()) {
            throw Cursor.invalid();
        }
        return new ClaimTable.After(Integer.parseInt(place.group(1)), Integer.parseInt(place.group(2)));
    }
}
