package dev.superbill.claims.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import dev.superbill.claims.coverage.CoverageConsumer.CoverageChanged;
import dev.superbill.claims.coverage.PatientConsumer.PatientChanged;
import dev.superbill.platform.events.EventJson;
import dev.superbill.testing.EventContracts;
import org.junit.jupiter.api.Test;

class CoverageContractTest {

    @Test
    void readsThePatientThatSchedulingTells() {
        Patient patient = EventJson.read(
                        EventContracts.example(PatientConsumer.PATIENT_CHANGED),
                        PatientChanged.class,
                        EventContracts.cipher())
                .patient();
        assertThat(patient).hasNoNullFieldsOrProperties();
        assertThat(patient.address()).hasNoNullFieldsOrPropertiesExcept("line2");
    }

    @Test
    void readsTheCoverageThatSchedulingTells() {
        Coverage coverage = EventJson.read(
                        EventContracts.example(CoverageConsumer.COVERAGE_CHANGED),
                        CoverageChanged.class,
                        EventContracts.cipher())
                .coverage();
        assertThat(coverage).hasNoNullFieldsOrProperties();
        assertThat(coverage.subscriber()).hasNoNullFieldsOrProperties();
        assertThat(coverage.ofPatient()).isFalse();
        assertThat(coverage.covers(coverage.effectiveFrom())).isTrue();
        assertThat(coverage.covers(coverage.effectiveTo())).isTrue();
        assertThat(coverage.covers(coverage.effectiveTo().plusDays(1))).isFalse();
    }
}
