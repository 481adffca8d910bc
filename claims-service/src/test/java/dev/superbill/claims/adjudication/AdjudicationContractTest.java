package dev.superbill.claims.adjudication;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.claims.adjudication.AccountConsumer.AccountChanged;
import dev.superbill.claims.adjudication.RemittanceConsumer.ClaimAdjudicated;
import dev.superbill.claims.claim.Adjudication;
import dev.superbill.kernel.Money;
import dev.superbill.platform.events.EventJson;
import dev.superbill.testing.EventContracts;
import org.junit.jupiter.api.Test;

class AdjudicationContractTest {

    @Test
    void readsTheDecisionThatPaymentsTells() {
        ClaimAdjudicated event =
                EventJson.read(EventContracts.example(RemittanceConsumer.CLAIM_ADJUDICATED), ClaimAdjudicated.class);
        assertThat(event).hasNoNullFieldsOrPropertiesExcept("reversedAnswerId");
        Adjudication adjudication = event.adjudication();
        assertThat(adjudication.paid()).isEqualTo(Money.ofCents(7_260));
        assertThat(adjudication.patientResponsibility()).isEqualTo(Money.ofCents(4_300));
        assertThat(adjudication.lines()).hasSize(2).allSatisfy(line -> {
            assertThat(line.lineControlNumber()).isNotBlank();
            assertThat(line.adjustments()).hasSize(2);
        });
    }

    @Test
    void readsTheAccountThatPaymentsTells() {
        AccountChanged event =
                EventJson.read(EventContracts.example(AccountConsumer.ACCOUNT_CHANGED), AccountChanged.class);
        assertThat(event.balances()).singleElement().satisfies(claim -> {
            assertThat(claim.claimId()).isNotNull();
            assertThat(claim.balances().paid()).isEqualTo(Money.ofCents(7_260));
            assertThat(claim.balances().adjusted()).isEqualTo(Money.ofCents(7_440));
            assertThat(claim.balances().patientBalance()).isEqualTo(Money.ofCents(4_300));
            assertThat(claim.balances().settled()).isFalse();
        });
    }
}
