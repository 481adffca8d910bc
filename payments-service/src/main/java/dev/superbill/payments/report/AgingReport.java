package dev.superbill.payments.report;

import dev.superbill.payments.ledger.AgedBalance;
import dev.superbill.payments.ledger.Balances;
import dev.superbill.payments.ledger.Debt;
import dev.superbill.payments.patient.PatientNames;
import dev.superbill.payments.payer.Payers;
import dev.superbill.platform.web.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Makes the aging of receivables, as of any day. */
@ApplicationScoped
class AgingReport {

    private final Balances balances;
    private final Payers payers;
    private final PatientNames patients;

    AgingReport(Balances balances, Payers payers, PatientNames patients) {
        this.balances = balances;
        this.payers = payers;
        this.patients = patients;
    }

    @Transactional
    Aging aging(LocalDate asOf, Debtor by, AgingQuery query) {
        Page<Debt> page = Page.of(
                balances.debts(by.account(), asOf, query.after(), query.limit() + 1),
                query.limit(),
                AgingQuery::position);
        Set<UUID> parties = page.items().stream().map(Debt::partyId).collect(Collectors.toSet());
        Map<UUID, List<AgedBalance>> aged = balances.aged(by.account(), asOf, parties, Aging.LIMITS).stream()
                .collect(Collectors.groupingBy(AgedBalance::partyId));
        Map<UUID, String> names = names(by, parties);
        List<Aging.Item> items = page.items().stream()
                .map(debt -> Aging.item(debt, names.get(debt.partyId()), aged.getOrDefault(debt.partyId(), List.of())))
                .toList();
        return new Aging(asOf, by.text(), balances.total(by.account(), asOf).cents(), items, page.next());
    }

    private Map<UUID, String> names(Debtor by, Set<UUID> parties) {
        return switch (by) {
            case PAYER -> {
                Map<UUID, String> names = new HashMap<>();
                payers.byId(parties).forEach((id, payer) -> names.put(id, payer.name()));
                yield names;
            }
            case PATIENT -> patients.byId(parties);
        };
    }
}
