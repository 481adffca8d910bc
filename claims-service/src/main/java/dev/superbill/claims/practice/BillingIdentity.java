package dev.superbill.claims.practice;

import dev.superbill.platform.practice.PracticeEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.annotations.Mutability;
import org.hibernate.type.SqlTypes;
import org.hibernate.type.descriptor.java.Immutability;
import org.jspecify.annotations.Nullable;

/** The billing provider as kept: one row a practice. */
@Entity
@Table(name = "billing_identity")
class BillingIdentity extends PracticeEntity {

    @Column
    private String name;

    @Column
    private String npi;

    @Column(name = "tax_id")
    private String taxId;

    @Column
    private String taxonomy;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private Address address;

    @Column(name = "pay_to")
    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable Address payTo;

    @JdbcTypeCode(SqlTypes.JSON)
    @Mutability(Immutability.class)
    private @Nullable Contact contact;

    @Column(name = "time_zone")
    private String timeZone;

    @Column(name = "clia_number")
    private @Nullable String cliaNumber;

    @Column(name = "signature_on_file")
    private boolean signatureOnFile;

    @Column(name = "accepts_assignment")
    private boolean acceptsAssignment;

    protected BillingIdentity() {}

    BillingIdentity(BillingProvider provider, String timeZone) {
        change(provider, timeZone);
    }

    final void change(BillingProvider provider, String timeZone) {
        this.name = provider.name();
        this.npi = provider.npi();
        this.taxId = provider.taxId();
        this.taxonomy = provider.taxonomy();
        this.address = provider.address();
        this.payTo = provider.payTo();
        this.contact = provider.contact();
        this.cliaNumber = provider.cliaNumber();
        this.signatureOnFile = provider.signatureOnFile();
        this.acceptsAssignment = provider.acceptsAssignment();
        this.timeZone = timeZone;
    }

    BillingProvider provider() {
        return new BillingProvider(
                name, npi, taxId, taxonomy, address, payTo, contact, cliaNumber, signatureOnFile, acceptsAssignment);
    }

    String timeZone() {
        return timeZone;
    }
}
