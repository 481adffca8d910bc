package dev.superbill.claims.provider;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.claims.provider.CredentialConsumer.CredentialChanged;
import dev.superbill.claims.provider.EmployeeConsumer.EmployeeChanged;
import dev.superbill.platform.events.EventJson;
import dev.superbill.testing.EventContracts;
import org.junit.jupiter.api.Test;

class ProviderContractTest {

    @Test
    void readsTheProviderThatStaffTells() {
        Provider provider = EventJson.read(
                        EventContracts.example(EmployeeConsumer.EMPLOYEE_CHANGED), EmployeeChanged.class)
                .provider();
        assertThat(provider).hasNoNullFieldsOrProperties();
        assertThat(provider.treatsPatients()).isTrue();
    }

    @Test
    void readsTheLicenceThatStaffTells() {
        CredentialChanged credential =
                EventJson.read(EventContracts.example(CredentialConsumer.CREDENTIAL_CHANGED), CredentialChanged.class);
        assertThat(credential).hasNoNullFieldsOrProperties();
        assertThat(credential.kind()).isEqualTo(Providers.LICENSE);
    }
}
