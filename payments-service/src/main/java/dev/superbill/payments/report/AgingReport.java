package dev.superbill.payments.report;

import dev.superbill.payments.ledger.AgedBalance;
import dev.superbill.payments.ledger.Balances;
import dev.superbill.payments.patient.PatientNames;
import dev.superbill.payments.payer.Payers;
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
    Aging aging(LocalDate asOf, Debtor by) {
        List<AgedBalance> aged = balances.aged(by.account(), asOf, Aging.LIMITS);
        Set<UUID> parties = aged.stream().map(AgedBalance::partyId).collect(Collectors.toSet());
        return Aging.of(asOf, by, aged, names(by, parties));
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
