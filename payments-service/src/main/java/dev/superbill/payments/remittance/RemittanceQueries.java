package dev.superbill.payments.remittance;

import dev.superbill.platform.web.Cursor;
import dev.superbill.platform.web.Page;
import dev.superbill.platform.web.PageRequest;
import dev.superbill.platform.web.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
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
