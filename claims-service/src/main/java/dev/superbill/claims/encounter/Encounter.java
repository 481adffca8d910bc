package dev.superbill.claims.encounter;

import dev.superbill.claims.claim.VisitToBill;
import dev.superbill.claims.visit.CodedVisit;
import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** One visit, from its end until it is billed. */
@Entity
@Table(name = "encounter")
class Encounter extends PracticeEntity {

    @Column(name = "external_id")
    private String externalId;

    @Column
    @Enumerated(EnumType.STRING)
    private EncounterStatus status;

    @Column(name = "patient_id")
    private UUID patientId;

    @Column(name = "rendering_provider_id")
    private UUID renderingProviderId;

    @Column(name = "service_date")
    private LocalDate serviceDate;

    @Column(name = "place_of_service")
    private @Nullable String placeOfService;

    @Column(name = "self_pay")
    private boolean selfPay;

    @Column
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable CodedVisit coding;

    protected Encounter() {}

    /** A visit that waits to be coded. */
    Encounter(String externalId, UUID patientId, UUID renderingProviderId, LocalDate serviceDate) {
        this.externalId = externalId;
        this.status = EncounterStatus.OPEN;
        this.patientId = patientId;
        this.renderingProviderId = renderingProviderId;
        this.serviceDate = serviceDate;
    }

    /** A visit that comes coded. */
    Encounter(String externalId, UUID patientId, CodedVisit coding, boolean selfPay) {
        this(externalId, patientId, coding.renderingProviderId(), coding.serviceDate());
        code(coding, selfPay);
    }

    final void code(CodedVisit coding, boolean selfPay) {
        this.coding = coding;
        this.selfPay = selfPay;
        this.renderingProviderId = coding.renderingProviderId();
        this.serviceDate = coding.serviceDate();
        this.placeOfService = coding.placeOfService();
        this.status = EncounterStatus.CODED;
    }

    VisitToBill toBill() {
        CodedVisit coded = coding;
        if (coded == null) {
            throw new IllegalStateException("An encounter is coded before it is billed");
        }
        return new VisitToBill(id(), patientId, coded);
    }

    String externalId() {
        return externalId;
    }

    EncounterStatus status() {
        return status;
    }

    UUID patientId() {
        return patientId;
    }

    UUID renderingProviderId() {
        return renderingProviderId;
    }

    LocalDate serviceDate() {
        return serviceDate;
    }

    @Nullable
    String placeOfService() {
        return placeOfService;
    }

    boolean selfPay() {
        return selfPay;
    }

    @Nullable
    CodedVisit coding() {
        return coding;
    }
}
