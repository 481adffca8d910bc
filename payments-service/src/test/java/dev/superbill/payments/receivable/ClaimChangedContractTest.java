package dev.superbill.payments.receivable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.platform.events.EventJson;
import dev.superbill.testing.EventContracts;
import org.junit.jupiter.api.Test;

class ClaimChangedContractTest {

    @Test
    void readsTheProducersExampleOfASelfPayingVisit() {
        String example = EventContracts.example(SelfPayCharged.TYPE);
        EventContracts.check(SelfPayCharged.TYPE, example);

        assertThat(EventJson.read(example, SelfPayCharged.class)).hasNoNullFieldsOrProperties();
    }

    @Test
    void readsTheProducersExample() {
        ClaimChanged claim =
                EventJson.read(EventContracts.example(ClaimChanged.TYPE), ClaimChanged.class, EventContracts.cipher());

        assertThat(claim).hasNoNullFieldsOrPropertiesExcept("payerControlNumber");
        assertThat(claim.version()).isPositive();
        assertThat(claim.chargeCents()).isPositive();
        assertThat(claim.coverages())
                .isNotEmpty()
                .allSatisfy(coverage -> assertThat(coverage).hasNoNullFieldsOrProperties());
        assertThat(claim.lines().stream().mapToLong(ClaimLine::chargeCents).sum())
                .isEqualTo(claim.chargeCents());
        assertThat(claim.lines()).allSatisfy(line -> assertThat(line).hasNoNullFieldsOrProperties());
    }
}
